import type { Direction } from "../figures/indicator.ts";

/**
 * How a figure stands against its target. `none-due`: the denominator is zero, which is neither 0 % nor 100 %.
 * `withheld`: it speaks of too few people to be shown outside the provider.
 */
export const ratings = {
  met: "On target",
  near: "Close to target",
  "not-met": "Off target",
  "no-target": "No target set",
  "none-due": "None due",
  blocked: "Not available",
  withheld: "Withheld",
} as const;
export type Rating = keyof typeof ratings;

/** What the control chart says, after the rules of NHS “Making Data Count”. */
export const signals = {
  improving: "Improving: more than usual month-to-month change",
  worsening: "Worsening: more than usual month-to-month change",
  changing: "Changing: more than usual month-to-month change",
  steady: "Steady: usual month-to-month change only",
  "too-few": "Too few months to tell",
} as const;
export type Signal = keyof typeof signals;

export const directionWords = {
  "higher-is-better": "higher is better",
  "lower-is-better": "lower is better",
  neutral: "neither higher nor lower is better by itself",
} as const satisfies Readonly<Record<Direction, string>>;

/** A number pair as it was counted. Null when it could not be computed, or is withheld because it speaks of too few people. */
export interface Counted {
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** As people read it, e.g. `96.4 %`, `none due` or `withheld`. */
  readonly display: string;
}

/** One service's share of a figure. */
export interface CellInPack extends Counted {
  readonly service: string;
  readonly rating: Rating;
}

/** One month of the figure, all services of the contract together. */
export interface PointInPack {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** In the figure's unit, e.g. 96.4 for 96.4 %; null when there is nothing to show. */
  readonly value: number | null;
  readonly mark: "usual" | "improvement" | "concern" | "change";
}

/** Lines of the control chart in the figure's unit; absent when there are too few months for one. */
export interface ChartLines {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
}

/** Figure = numerator × multiplier ÷ denominator, rounded to `decimals`, halves away from zero; a plain count is its numerator. */
export interface UnitInPack {
  /** E.g. `percent`, `per-1000-hours`. */
  readonly name: string;
  readonly multiplier: number;
  /** False for a plain count. */
  readonly divides: boolean;
  readonly decimals: number;
  /** Written after a number, e.g. ` %` or ` per 1,000 hours`. */
  readonly suffix: string;
}

/** One indicator edition × contract × period × snapshot, as the pack shows it. */
export interface FigureInPack extends Counted {
  /** The indicator's code, e.g. `missed-visits`. */
  readonly indicator: string;
  readonly edition: number;
  readonly name: string;
  /** Plain English, as agreed with the commissioner. */
  readonly definition: string;
  readonly numeratorMeans: string;
  readonly denominatorMeans: string;
  readonly unit: UnitInPack;
  readonly direction: Direction;
  /** Written out, e.g. `at least 95 %`; absent when the contract sets none. */
  readonly target?: string;
  /** The same in the figure's unit, for the chart. */
  readonly targetValue?: number;
  readonly rating: Rating;
  readonly signal: Signal;
  /** The figure as the last pack of this contract had it. */
  readonly previous?: Counted & { readonly rating: Rating };
  readonly cells: readonly CellInPack[];
  /** Oldest first. */
  readonly points: readonly PointInPack[];
  readonly chart?: ChartLines;
  /** SHA-256 of the file with the cells and points; absent where knowing it would help to guess a withheld number. */
  readonly cellsHash?: string;
  /** SHA-256 of the query that was run. */
  readonly queryHash?: string;
  /** `protect` when it counts people or what happened to them; `show` when it counts visits, hours or tasks. */
  readonly smallNumbers: "protect" | "show";
  /** Set when somebody typed the figure in: why, and who. */
  readonly manual?: { readonly reason: string; readonly by: string };
}
