import type { Period } from "../period.ts";
import type { Unit } from "./indicator.ts";

/** Whole-number counts of one service; the figure is worked out only when shown. */
export interface Cell {
  readonly service: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** The same for one calendar month, `YYYY-MM`. */
export interface MonthCell extends Cell {
  readonly month: string;
}

/** One indicator computed. Totals are the sums of its cells, always. */
export interface ComputedFigure {
  readonly indicator: string;
  readonly edition: number;
  readonly unit: Unit;
  readonly numerator: number;
  readonly denominator: number;
  /** One for every service of the contract that the indicator speaks of, in key order. */
  readonly services: readonly Cell[];
  /** Every service and month with something counted, oldest first, never after the period. */
  readonly months: readonly MonthCell[];
  /** SHA-256 of the queries and parameters behind it. */
  readonly query: string;
  /** Months of the period for which a dataset it reads has no file, `planned-visits 2026-08`. */
  readonly gaps: readonly string[];
}

/** An indicator that cannot be computed is never a zero. */
export interface BlockedFigure {
  readonly indicator: string;
  readonly edition: number;
  /** Plain words: what is missing. */
  readonly blocked: string;
}

/** The JSON file in `Data` at `figures/<contract>/<period id>/<snapshot>.json`, written canonically (RFC 8785). */
export interface CellsFile {
  readonly schemaVersion: 1;
  readonly contract: string;
  readonly period: Period;
  readonly snapshot: string;
  readonly engine: string;
  readonly figures: readonly (ComputedFigure | BlockedFigure)[];
}

export const isBlocked = (figure: ComputedFigure | BlockedFigure): figure is BlockedFigure => "blocked" in figure;
