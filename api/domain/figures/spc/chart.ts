import type { MonthCell } from "../cells.ts";
import { figureValue } from "../figure-value.ts";
import type { Indicator } from "../indicator.ts";
import { type Assurance, assuranceOf } from "./assurance.ts";
import { pChart } from "./p-chart.ts";
import { type SpecialCause, specialCauses } from "./special-cause.ts";
import { xmr } from "./xmr.ts";

export interface ChartPoint {
  /** `YYYY-MM`. */
  readonly month: string;
  /** In the indicator's unit, not rounded; as are the lines. */
  readonly value: number;
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  readonly causes: readonly SpecialCause[];
}

/** Does it change by more than chance? `unknown` when there are too few months to say. */
export type Variation = "none" | "improving" | "worsening" | "changed" | "unknown";

export interface Chart {
  readonly kind: "xmr" | "p";
  readonly points: readonly ChartPoint[];
  /** What the latest month is part of. A neutral indicator, or one without a better side, only ever `changed`. */
  readonly variation: Variation;
  readonly assurance?: Assurance;
  /** Beside the chart when there are few points. */
  readonly warning?: string;
}

/** “Making Data Count”: nothing is flagged under 12 points, and limits are provisional under 13. */
export const FLAGGED_FROM = 12;
export const TRUSTED_FROM = 13;

/** A typical month of fewer than this: a share then swings by chance, and one pair of limits for all months would be wrong. */
const FEW = 100;

type Charted = Pick<Indicator, "rule" | "unit" | "direction" | "target">;

/**
 * The control chart of an indicator's months, for one service or added up over several. Months with nothing due have no
 * point. XmR, except for shares of the same records where a typical month has few: those get a p-chart.
 */
export function chartOf(indicator: Charted, months: readonly MonthCell[]): Chart {
  const due = addedUp(months).filter(({ denominator }) => indicator.unit === "count" || denominator > 0);
  const kind = isShare(indicator) && median(due.map(({ denominator }) => denominator)) < FEW ? "p" : "xmr";
  const lines = kind === "p" ? inPercent(pChart(due)) : xmr(due.map((month) => pointOf(indicator, month)));
  const flagged = lines.length >= FLAGGED_FROM;
  const causes = flagged ? specialCauses(lines) : [];
  const points = due.map(({ month }, at): ChartPoint => {
    const { value = 0, centre = 0, lower = 0, upper = 0 } = lines[at] ?? {};
    return { month, value, centre, lower, upper, causes: causes[at] ?? [] };
  });
  const assurance = flagged ? assuranceOf(lines, indicator.target, indicator.direction) : undefined;
  const warning = warningOf(points.length);
  return {
    kind,
    points,
    variation: flagged ? variationOf(points, indicator) : "unknown",
    ...(assurance && { assurance }),
    ...(warning && { warning }),
  };
}

/** Both sides count rows of one population, so the figure is a share of 0 to 1. */
const isShare = ({ unit, rule }: Charted) =>
  unit === "percent" &&
  [rule.numerator, rule.denominator].every((measure) => "count" in measure && measure.in === undefined) &&
  rule.denominator.where === undefined;

function addedUp(months: readonly MonthCell[]) {
  return [...Map.groupBy(months, ({ month }) => month)]
    .map(([month, cells]) => ({
      month,
      numerator: cells.reduce((sum, cell) => sum + cell.numerator, 0),
      denominator: cells.reduce((sum, cell) => sum + cell.denominator, 0),
    }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

/** Enough places that rounding never shows in a chart. */
const PLACES = 6;
const pointOf = ({ unit }: Charted, { numerator, denominator }: Pick<MonthCell, "numerator" | "denominator">) =>
  figureValue(numerator, denominator, unit, PLACES) ?? 0;

const inPercent = (lines: ReturnType<typeof pChart>) =>
  lines.map(({ value, centre, lower, upper }) => ({
    value: value * 100,
    centre: centre * 100,
    lower: lower * 100,
    upper: upper * 100,
  }));

function variationOf(points: readonly ChartPoint[], { direction }: Charted): Variation {
  const last = points.at(-1);
  if (!last || last.causes.length === 0) return "none";
  if (direction === "neutral") return "changed";
  const higher = isHigh(points);
  return higher === (direction === "higher-is-better") ? "improving" : "worsening";
}

/** Whether the latest signal points up: by its trend where there is one, else by its side of the centre. */
export function isHigh(points: readonly ChartPoint[]): boolean {
  const [before, last] = points.slice(-2);
  if (!before || !last) return false;
  const trendOnly = last.causes.every((cause) => cause === "trend");
  return trendOnly ? last.value > before.value : last.value > last.centre;
}

function warningOf(points: number): string | undefined {
  if (points < FLAGGED_FROM)
    return `Only ${points} ${points === 1 ? "month" : "months"} so far: too few to tell change from chance.`;
  return points < TRUSTED_FROM ? `Only ${points} months so far: the limits may still move.` : undefined;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
