import type { Unit } from "./indicator.ts";

/** A figure as shown: undefined when nothing was due, which is neither 0 nor 100 per cent. */
export type FigureValue = number | undefined;

/** What one is divided by, in whole numbers: value = numerator × times ÷ denominator. */
const times = {
  percent: 100,
  count: 1,
  // The denominator is minutes: 1,000 hours are 60,000 of them.
  "per-1000-hours": 60_000,
  "per-1000-bed-days": 1000,
  days: 1,
  ratio: 1,
} as const satisfies Record<Unit, number>;

/**
 * The figure of whole-number counts, rounded to so many decimal places, halves away from zero. Worked out in whole
 * numbers, so that 0.5 never becomes 0.49999. A `count` is its numerator.
 */
export function figureValue(numerator: number, denominator: number, unit: Unit, rounding: number): FigureValue {
  if (unit === "count") return numerator;
  if (denominator === 0) return undefined;
  const scale = 10n ** BigInt(rounding);
  const top = BigInt(numerator) * BigInt(times[unit]) * scale;
  const bottom = BigInt(denominator);
  const size = (top < 0n ? -top : top) * 2n;
  const rounded = (size + bottom) / (bottom * 2n);
  return Number(top < 0n ? -rounded : rounded) / Number(scale);
}

const suffixes = {
  percent: " %",
  count: "",
  "per-1000-hours": " per 1,000 hours",
  "per-1000-bed-days": " per 1,000 bed days",
  days: " days",
  ratio: "",
} as const satisfies Record<Unit, string>;

/** “2.1 %”, “none due”, “1.4 per 1,000 hours”: always with the decimal places of the indicator. */
export const figureText = (value: FigureValue, unit: Unit, rounding: number): string =>
  value === undefined
    ? "none due"
    : `${value.toLocaleString("en-GB", {
        minimumFractionDigits: unit === "count" ? 0 : rounding,
        maximumFractionDigits: unit === "count" ? 0 : rounding,
      })}${suffixes[unit]}`;

/** Under this many due, one case more or less moves a percentage by ten points or more. */
export const SMALL = 10;

/** A sentence to stand beside a percentage of few; undefined where the number is large enough or not a percentage. */
export const smallNumberNote = (numerator: number, denominator: number, unit: Unit): string | undefined =>
  unit === "percent" && denominator > 0 && denominator < SMALL
    ? `Only ${denominator} due: ${numerator} of ${denominator}. One more or less would move the figure by ${Math.round(100 / denominator)} points.`
    : undefined;
