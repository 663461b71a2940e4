import type { DatasetName } from "./dataset.ts";

/**
 * The language indicators are written in: JSON kept in the `indicators` register, compiled to portable SQL
 * (`compile/`), said in plain English (`say-rule.ts`) and read from text by `parse-rule.ts`.
 *
 * A column is one of the counted dataset (`planned_start`) or of a related one (`visit.actual_start`, see
 * `relation.ts`). A comparison with an empty value is never true, and its `not` always is.
 */
export type Column = string;

/** One side of a comparison. Minutes and days count from the second column to the first: later, then earlier. */
export type Term =
  | { readonly column: Column }
  | { readonly value: string | number }
  | { readonly minutes: readonly [Column, Column] }
  | { readonly days: readonly [Column, Column] }
  /** So many per cent of a column, e.g. 90 % of the planned minutes. */
  | { readonly percent: number; readonly of: Column };

export const operators = ["=", "<>", "<", "<=", ">", ">="] as const;
export type Operator = (typeof operators)[number];

export type Condition =
  | { readonly compare: readonly [Term, Operator, Term] }
  | { readonly empty: Column }
  | { readonly present: Column }
  | { readonly column: Column; readonly oneOf: readonly (string | number)[] }
  /**
   * The row's value is among the `top` most frequent for the same person, service and calendar month, e.g. the three
   * carers who visited most. Equals are ordered by the value, so the answer never varies.
   */
  | { readonly frequent: Column; readonly top: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** Which records are looked at, and the day that places each in a period. */
export interface Population {
  readonly dataset: DatasetName;
  /** The day column that says which period a record belongs to: `day`, `due_day` … */
  readonly by: Column;
  readonly where?: Condition;
  /** Only services of these kinds, e.g. home care for rates per hour; absent for all. */
  readonly kinds?: readonly string[];
}

/** What is counted of the rows that count. */
export type Counted =
  | { readonly count: "rows" }
  /** Total of a whole-number column; empty adds nothing. */
  | { readonly sum: Column }
  /** Different values of a column, in each service. */
  | { readonly distinct: Column }
  /** Days of a care package that fall in the period, first and last day included: occupied bed days. */
  | { readonly count: "package-days" };

/** What is counted over the population, or over another one (`in`), e.g. incidents per hour of visits. */
export type Measure = Counted & { readonly where?: Condition; readonly in?: Population };

/** The whole rule of an indicator. Records that meet `exclusions` are left out of both counts of the population. */
export interface Rule {
  readonly population: Population;
  readonly exclusions?: Condition;
  readonly numerator: Measure;
  readonly denominator: Measure;
}
