import type { DatasetName } from "#domain/figures/dataset.ts";
import type { Query } from "#domain/figures/query.ts";

export type { Query } from "#domain/figures/query.ts";

/** One `Data` file on the local disk that takes part. */
export interface DataFile {
  readonly dataset: DatasetName;
  /** `YYYY-MM`, or `all` where the dataset is kept whole. */
  readonly month: string;
  /** SHA-256 of the Parquet file. */
  readonly hash: string;
  readonly local: string;
}

export type Answer = readonly Readonly<Record<string, string | number | null>>[];

/** Answers queries over immutable Parquet. Counts come back as whole numbers; text as text; nothing as null. */
export interface Engine {
  /** Name and release, e.g. `DuckDB v1.5.5`: kept beside every figure it computes. */
  readonly name: string;
  /**
   * One answer a query, in order, all over the same files. A dataset without a file is an empty table. Throws
   * `invalid` for a whole number that JavaScript cannot hold exactly, and `unavailable` when the engine fails.
   */
  query(files: readonly DataFile[], queries: readonly Query[]): Promise<readonly Answer[]>;
}
