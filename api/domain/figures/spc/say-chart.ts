import { figureText } from "../figure-value.ts";
import type { Indicator } from "../indicator.ts";
import { type Chart, type ChartPoint, isHigh } from "./chart.ts";
import { side } from "./special-cause.ts";

type Said = Pick<Indicator, "unit" | "rounding">;

/**
 * The signal of the latest month in plain English; undefined when there is none.
 * This is the text kept as a figure's `signal`.
 */
export function saySignal({ points, variation }: Chart, indicator: Said): string | undefined {
  const last = points.at(-1);
  if (!last || last.causes.length === 0) return undefined;
  const verdict = { improving: "Better than", worsening: "Worse than", changed: "Different from" } as const;
  const start = variation === "improving" || variation === "worsening" ? verdict[variation] : verdict.changed;
  const reasons = last.causes.map((cause) => reasonFor[cause](points, last, indicator));
  return `${start} chance would explain: ${reasons.join("; ")}.`;
}

/** What the target means for the process as it runs now; undefined without an assurance. */
export const sayAssurance = ({ assurance }: Chart): string | undefined =>
  assurance &&
  {
    "will-meet": "As things run now, the target will be met every month.",
    "will-miss": "As things run now, the target will not be met: something has to change.",
    "hit-or-miss": "As things run now, the target is met in some months and missed in others by chance.",
  }[assurance];

const reasonFor: Readonly<
  Record<ChartPoint["causes"][number], (points: readonly ChartPoint[], last: ChartPoint, indicator: Said) => string>
> = {
  outside: (_points, { value, upper, lower }, { unit, rounding }) => {
    const text = (line: number) => figureText(line, unit, rounding);
    return value > upper
      ? `${text(value)} is above what is usual (up to ${text(upper)})`
      : `${text(value)} is below what is usual (from ${text(lower)})`;
  },
  shift: (points, last) =>
    `${runOnOneSide(points, last)} months running ${last.value > last.centre ? "above" : "below"} the average`,
  trend: (points) => `seven or more months running ${risingAtEnd(points) ? "up" : "down"}`,
  "two-of-three": (points) => `two of the last three months close to the ${isHigh(points) ? "upper" : "lower"} limit`,
};

const risingAtEnd = (points: readonly ChartPoint[]) => {
  const [before, last] = points.slice(-2);
  return before !== undefined && last !== undefined && last.value > before.value;
};

function runOnOneSide(points: readonly ChartPoint[], last: ChartPoint): number {
  const breaks = points.findLastIndex((point) => side(point) !== side(last));
  return points.length - 1 - breaks;
}
