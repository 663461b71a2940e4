import type { DatasetName } from "./dataset.ts";

/**
 * Portable SQL over datasets, one table each (see {@link table}). Values are named parameters (`$contract`), never part
 * of the text: text binds as VARCHAR, whole numbers as BIGINT.
 */
export interface Query {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  /** The datasets it reads, all of them. */
  readonly datasets: readonly DatasetName[];
}

/** A dataset's table in SQL: `planned-visits` is `planned_visits`. */
export const table = (dataset: DatasetName): string => dataset.replaceAll("-", "_");
