import { type Refusal, refuse } from "#domain/refusal.ts";

const MB = 1_000_000;

/** What one import may cost. A file beyond them is refused with the limit said, before anything of it is read. */
export interface ImportLimits {
  readonly csvBytes: number;
  /** A workbook as it is stored. */
  readonly workbookBytes: number;
  /** All parts of a workbook unpacked, as really inflated. */
  readonly workbookInflatedBytes: number;
  /** Unpacked ÷ packed of one part; a part below `ratioFromBytes` is never a threat. */
  readonly workbookRatio: number;
  readonly ratioFromBytes: number;
  /** Parts in a workbook. */
  readonly workbookEntries: number;
  readonly workbookMilliseconds: number;
  readonly workbookHeapMb: number;
  /** Columns read of a sheet. */
  readonly columns: number;
  /** One row as written. Longer means that a quotation mark was never closed. */
  readonly rowBytes: number;
  /** Up to this size the preview tries the whole load. */
  readonly trialBytes: number;
}

/** Two million visits are about 450 MB as text. Spreadsheets unpack to well under 40 times their size. */
export const importLimits: ImportLimits = {
  csvBytes: 1_000 * MB,
  workbookBytes: 50 * MB,
  workbookInflatedBytes: 500 * MB,
  workbookRatio: 150,
  ratioFromBytes: 10 * MB,
  workbookEntries: 2_000,
  workbookMilliseconds: 90_000,
  workbookHeapMb: 512,
  columns: 500,
  rowBytes: 1 * MB,
  trialBytes: 25 * MB,
};

/** DuckDB's own limit; the process needs about twice it. */
export const importMemory = "400MB";

const mb = (bytes: number): string => `${Math.round(bytes / MB).toLocaleString("en-GB")} MB`;

export const tooLarge = (what: string, bytes: number, limit: number): Refusal =>
  refuse(
    "import.too-large",
    `${what} is ${mb(bytes)}; the limit is ${mb(limit)}. Nothing of it was read.`,
    "Export a shorter period, or save the sheet as CSV, and import it again. An ECM administrator can split the export by month.",
  );
