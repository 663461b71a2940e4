/** One source row that a figure looked at. The sums of all its rows' contributions are the figure, service by service. */
export interface LineageRow {
  readonly service: string;
  readonly dataset: string;
  /** SHA-256 of the file it came in. */
  readonly file: string;
  /** Row number in that file; the header is row 1. */
  readonly row: number;
  readonly record: string;
  readonly version: number;
  /** What it adds to the numerator and to the denominator: whole numbers, 0 for none. */
  readonly numerator: number;
  readonly denominator: number;
  /** What it holds in the columns the rule reads, in the order of {@link Lineage.columns}. */
  readonly values: readonly (string | number | null)[];
}

/** The rows behind one indicator's figure, in a fixed order, read once. */
export interface Lineage {
  /** Names of the columns the rule reads. */
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<LineageRow> | Iterable<LineageRow>;
}

/** Undefined for a figure without source rows: typed in, or not available. */
export type LineageOf = (indicator: string) => Lineage | undefined;
