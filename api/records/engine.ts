/** One figure or lineage query: portable SQL with parameters over the datasets it names. */
export interface Query {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** One `Data` file on the local disk that takes part. */
export interface DataFile {
  readonly dataset: string;
  /** SHA-256 of the Parquet file. */
  readonly hash: string;
  readonly local: string;
}

/** Answers queries over immutable Parquet. Counts come back as whole numbers; text as text; nothing as null. */
export interface Engine {
  query(files: readonly DataFile[], query: Query): Promise<readonly Readonly<Record<string, string | number | null>>[]>;
}
