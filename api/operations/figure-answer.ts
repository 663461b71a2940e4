import { z } from "zod";
import type { CellsFile, ComputedFigure } from "#domain/figures/cells.ts";
import { isBlocked } from "#domain/figures/cells.ts";
import { figureText, figureValue, smallNumberNote } from "#domain/figures/figure-value.ts";
import type { Indicator } from "#domain/figures/indicator.ts";
import { ratingOf, sayTarget } from "#domain/figures/rating.ts";
import { figureChart, figureChartOf } from "./figure-chart.ts";

const point = z.object({ month: z.string(), value: z.number().nullable(), text: z.string() });

/** One figure as a tile shows it. Without the right to totals, `total` is missing and only the person's services are there. */
export const figureAnswer = z.object({
  indicator: z.string(),
  edition: z.number(),
  name: z.string(),
  unit: z.string(),
  direction: z.string(),
  target: z.string().optional(),
  blocked: z.string().optional(),
  total: z
    .object({
      text: z.string(),
      value: z.number().nullable(),
      numerator: z.number(),
      denominator: z.number(),
      rating: z.string(),
      note: z.string().optional(),
    })
    .optional(),
  services: z.array(
    z.object({
      service: z.string(),
      text: z.string(),
      value: z.number().nullable(),
      numerator: z.number(),
      denominator: z.number(),
      rating: z.string(),
      months: z.array(point),
    }),
  ),
  /** Over the same months and services as `months`; absent while the figure is blocked. */
  chart: figureChart.optional(),
  /** Oldest first: the total where it may be seen, else the person's services together. */
  months: z.array(point),
  gaps: z.array(z.string()),
});

export type FigureAnswer = z.infer<typeof figureAnswer>;

/** What of a figure the person may see. */
export interface Sight {
  readonly totals: boolean;
  readonly sees: (service: string) => boolean;
}

/** The figure within what the person may see; `row` gives its name. */
export function figureAnswerOf(indicator: Indicator, cells: CellsFile, sight: Sight): FigureAnswer {
  const target = sayTarget(indicator);
  const about = {
    indicator: indicator.code,
    edition: indicator.edition,
    name: indicator.name,
    unit: indicator.unit,
    direction: indicator.direction,
    ...(target && { target }),
  };
  const found = cells.figures.find((figure) => figure.indicator === indicator.code);
  if (!found || isBlocked(found)) {
    return { ...about, blocked: found?.blocked ?? "It was not worked out yet.", services: [], months: [], gaps: [] };
  }
  const shown = shownCounts(indicator);
  const services = found.services
    .filter(({ service }) => sight.sees(service))
    .map((cell) => ({
      service: cell.service,
      ...shown(cell),
      months: monthPoints(indicator, found, { totals: false, sees: (service) => service === cell.service }),
    }));
  const note = smallNumberNote(found.numerator, found.denominator, indicator.unit);
  return {
    ...about,
    ...(sight.totals && { total: { ...shown(found), ...(note && { note }) } }),
    services,
    chart: figureChartOf(
      indicator,
      found.months.filter(({ service }) => sight.totals || sight.sees(service)),
    ),
    months: monthPoints(indicator, found, sight),
    gaps: [...found.gaps],
  };
}

interface Counts {
  readonly numerator: number;
  readonly denominator: number;
}

const shownCounts =
  (indicator: Indicator) =>
  ({ numerator, denominator }: Counts) => {
    const value = figureValue(numerator, denominator, indicator.unit, indicator.rounding);
    const text = figureText(value, indicator.unit, indicator.rounding);
    return { numerator, denominator, text, value: value ?? null, rating: ratingOf(value, indicator) };
  };

/** A month's counts over the services the person sees. */
export function monthCounts({ months }: ComputedFigure, { sees, totals }: Sight): ReadonlyMap<string, Counts> {
  const sums = new Map<string, Counts>();
  for (const { month, service, numerator, denominator } of months) {
    if (!totals && !sees(service)) continue;
    const sum = sums.get(month) ?? { numerator: 0, denominator: 0 };
    sums.set(month, { numerator: sum.numerator + numerator, denominator: sum.denominator + denominator });
  }
  return new Map([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const monthPoints = (indicator: Indicator, figure: ComputedFigure, sight: Sight) =>
  [...monthCounts(figure, sight)].map(([month, counts]) => {
    const { value, text } = shownCounts(indicator)(counts);
    return { month, value, text };
  });
