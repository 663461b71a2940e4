import { z } from "zod";
import type { MonthCell } from "#domain/figures/cells.ts";
import type { Indicator } from "#domain/figures/indicator.ts";
import { chartOf, isHigh } from "#domain/figures/spc/chart.ts";
import { sayAssurance, saySignal } from "#domain/figures/spc/say-chart.ts";

/** A figure's control chart, in its unit, oldest month first, with what it says in words. */
export const figureChart = z.object({
  points: z.array(
    z.object({
      month: z.string(),
      value: z.number(),
      centre: z.number(),
      lower: z.number(),
      upper: z.number(),
      /** Part of a signal that chance alone would not explain. */
      special: z.boolean(),
    }),
  ),
  target: z.number().optional(),
  variation: z.enum(["none", "improving", "worsening", "changed", "unknown"]),
  /** Which way the latest signal points. */
  high: z.boolean(),
  assurance: z.enum(["will-meet", "will-miss", "hit-or-miss"]).optional(),
  signal: z.string().optional(),
  outlook: z.string().optional(),
  warning: z.string().optional(),
});

export type FigureChart = z.infer<typeof figureChart>;

/** The chart of the months given: those the person may see. */
export function figureChartOf(indicator: Indicator, months: readonly MonthCell[]): FigureChart {
  const chart = chartOf(indicator, months);
  const signal = saySignal(chart, indicator);
  const outlook = sayAssurance(chart);
  return {
    points: chart.points.map(({ causes, ...point }) => ({ ...point, special: causes.length > 0 })),
    variation: chart.variation,
    high: isHigh(chart.points),
    ...(indicator.target !== undefined && indicator.direction !== "neutral" && { target: indicator.target }),
    ...(chart.assurance && { assurance: chart.assurance }),
    ...(signal && { signal }),
    ...(outlook && { outlook }),
    ...(chart.warning && { warning: chart.warning }),
  };
}
