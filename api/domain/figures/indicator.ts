import type { Rule } from "./rule.ts";

/** `percent` and the rates divide; `per-1000-hours` takes its denominator in minutes. */
export const units = ["percent", "per-1000-hours", "per-1000-bed-days"] as const;
export type Unit = (typeof units)[number];

export const directions = ["higher-is-better", "lower-is-better", "neutral"] as const;
export type Direction = (typeof directions)[number];

/** A limit with its boundary said: `{ op: ">=", value: 95 }` is met at exactly 95. */
export interface Limit {
  readonly op: ">=" | ">" | "<=" | "<";
  readonly value: number;
}

/** One edition of an indicator, as the figures engine needs it. Made from a register row by `indicatorOf`. */
export interface Indicator {
  readonly code: string;
  readonly edition: number;
  readonly name: string;
  readonly rule: Rule;
  readonly unit: Unit;
  /** Decimal places shown; halves are rounded away from zero. The figure as shown is what is rated. */
  readonly rounding: number;
  readonly direction: Direction;
  /** Met: green. A neutral indicator has none. */
  readonly target?: Limit;
  /** Not the target but this: amber. Neither: red. */
  readonly amber?: Limit;
  /** Below this denominator the figure carries a small-number note. */
  readonly smallBelow: number;
}
