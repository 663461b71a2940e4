import type { DatasetName } from "#domain/figures/dataset.ts";
import type { Period } from "#domain/period.ts";
import type { DayFormat } from "./profile.ts";

/** What the person confirms in the preview; `loadImport` does exactly this and decides nothing again. */
export interface ImportChoice {
  /** Name of the profile. */
  readonly profile: string;
  /** Known heading → the heading in this file, for those that differ. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Known heading of a column with days → how they are written in this file. */
  readonly days: Readonly<Record<string, DayFormat>>;
}

/** Something to know before loading, in plain words. `stops` cannot be loaded; `ask` needs an answer; `note` is only said. */
export interface ImportProblem {
  readonly level: "stops" | "ask" | "note";
  readonly say: string;
  /** For `ask`: the field of the choice, the heading it is about and the answers that fit. */
  readonly ask?: { readonly field: "days" | "renamed"; readonly heading: string; readonly options: readonly string[] };
}

export interface CountOf {
  readonly why: string;
  readonly rows: number;
}

/** What was recognised in a file, problems first. */
export interface ImportPreview {
  readonly file: { readonly name: string; readonly bytes: number; readonly hash: string };
  readonly kind: "csv" | "xlsx";
  readonly encoding: "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "windows-1252";
  readonly delimiter: "," | ";" | "\t" | "|";
  /** Row of the headings, the first row of the file being 1. */
  readonly headerRow: number;
  readonly profile: { readonly name: string; readonly product: string; readonly report: string };
  readonly dataset: DatasetName;
  /** Headings the profile reads and the file lacks. */
  readonly missing: readonly string[];
  readonly problems: readonly ImportProblem[];
  /** The first rows; columns that may hold names or addresses are left out. */
  readonly sample: { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** A trial load of the whole file; absent when it is too large to try or a question is open. */
  readonly trial?: ImportCounts;
  /** To be passed to `loadImport`, with the answers to what was asked. */
  readonly choice: ImportChoice;
}

/** `scanned = loaded + rejected + skipped`, always. */
export interface ImportCounts {
  /** Rows below the headings, blank ones and totals included. */
  readonly scanned: number;
  readonly loaded: number;
  readonly rejected: number;
  readonly skipped: number;
  /** Why rows were rejected, most first. */
  readonly rejectedWhy: readonly CountOf[];
  /** Why rows were skipped (blank, total, exact duplicate, superseded in the same file), most first. */
  readonly skippedWhy: readonly CountOf[];
  /** First and last day loaded; absent when nothing was. */
  readonly covered?: Period;
  /** Rows loaded whose day is outside the period that was asked for. */
  readonly outsidePeriod: number;
  /** Rows and people loaded by service and month, for the manager who attests them. */
  readonly contentCounts: readonly {
    readonly service: string;
    readonly month: string;
    readonly rows: number;
    readonly people: number;
  }[];
}

/** One immutable Parquet file on the local disk, ready for the library. */
export interface LoadedFile {
  readonly dataset: DatasetName;
  /** `YYYY-MM`, or `all`. */
  readonly month: string;
  readonly local: string;
  /** SHA-256, lower-case hex. */
  readonly hash: string;
  readonly rows: number;
}

export interface LoadedImport extends ImportCounts {
  /** SHA-256 of the file as it came. */
  readonly sourceHash: string;
  readonly profile: string;
  /** Headings the file lacks; what is read from them is empty. */
  readonly missing: readonly string[];
  readonly files: readonly LoadedFile[];
  /** CSV of rejected rows with row number, reason and what was read; absent when there are none. */
  readonly rejects?: { readonly local: string; readonly hash: string };
}
