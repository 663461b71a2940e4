import type { DatasetName } from "#domain/figures/dataset.ts";

/** How the days in a column are written. Decided once for a whole column, never cell by cell. */
export const dayFormats = ["iso", "day-first", "month-first", "excel"] as const;
export type DayFormat = (typeof dayFormats)[number];

/**
 * How one dataset column is read. `from` is a heading of the export. An empty cell is empty in the dataset where that
 * column may be, is `otherwise` where the profile gives one, and else rejects the row.
 */
export type Reading =
  /** Text as it stands, without the blanks around it. */
  | { readonly read: "text"; readonly from: string }
  /** A value of a list: as the export writes it → as the dataset does. Case and blanks do not matter. */
  | {
      readonly read: "choice";
      readonly from: string;
      readonly codes: Readonly<Record<string, string>>;
    }
  | { readonly read: "whole"; readonly from: string; readonly least: number; readonly most: number }
  /** True, Yes, Y, 1 → 1; False, No, N, 0 → 0. */
  | { readonly read: "yes-no"; readonly from: string; readonly otherwise?: 0 | 1 }
  /** Whole minutes, `HH:MM` or `HH:MM:SS` → whole minutes, seconds dropped. */
  | { readonly read: "length"; readonly from: string }
  /**
   * A civil day. From a column with a time it is the London day of that moment. `ahead`: may lie after today.
   * `when`: only on rows where another column says so, else empty.
   */
  | {
      readonly read: "day";
      readonly from: string;
      readonly ahead?: true;
      readonly when?: { readonly from: string; readonly is: string };
    }
  /**
   * Minutes since 1970 UTC, from one column, or from a day and a clock time in the profile's zone. `near`: the heading of
   * another clock time of the same row; the day before or after is meant where that is nearer (a visit over midnight).
   */
  | {
      readonly read: "moment";
      readonly from: string;
      readonly clock?: string;
      readonly near?: string;
      readonly ahead?: true;
    }
  /** A reference to a person supported or a member of staff → its pseudonym. A name is refused. */
  | { readonly read: "person" | "staff"; readonly from: string; readonly prefix?: string }
  /** A service's code in the source product → its key. */
  | { readonly read: "service"; readonly from: string };

/** One report of one source product, as data: its headings, what they become, and how its values are written. */
export interface Profile {
  /** Kebab-case, the file's name. */
  readonly name: string;
  /** The product as its users call it. */
  readonly product: string;
  /** The report or export. */
  readonly report: string;
  readonly dataset: DatasetName;
  /** Zone of times without an offset. */
  readonly zone: "Europe/London" | "UTC";
  /** How the product writes days. A file opened and saved elsewhere may differ; the column itself decides. */
  readonly days: DayFormat;
  /** Known headings in the product's order. */
  readonly headings: readonly string[];
  /** Headings that hold names, addresses or free text: never read, never kept, never shown. */
  readonly ignored: readonly string[];
  /** Other spellings seen: heading as known → as also written. */
  readonly also?: Readonly<Record<string, readonly string[]>>;
  /** Dataset column → how it is read. Those the import works out itself are not listed. */
  readonly columns: Readonly<Record<string, Reading>>;
  /**
   * What makes a row the same record next time: the product's own id (and version), or, where it has none, the columns
   * whose keyed hash stands in for it (headings as written, and dataset columns), with an ordinal for rows that share them.
   */
  readonly record:
    | { readonly from: string; readonly version?: string }
    | {
        readonly keyOf: { readonly headings: readonly string[]; readonly columns: readonly string[] };
        readonly ordinalBy: string;
      };
}
