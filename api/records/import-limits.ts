import { type Refusal, refuse } from "#domain/refusal.ts";

const MB = 1_000_000;

/** What one import may cost. A file beyond them is refused with the limit said, before anything of it is read. */
export const importLimits = {
  /** A text file; 2 million visits are about 450 MB. */
  csvBytes: 1_000 * MB,
  /** A workbook as it is stored. */
  workbookBytes: 50 * MB,
  /** All parts of a workbook unpacked, as really inflated. */
  workbookInflatedBytes: 500 * MB,
  /** Unpacked ÷ packed of one part. Spreadsheets stay well under 40; a part below `ratioFromBytes` is never a threat. */
  workbookRatio: 150,
  ratioFromBytes: 10 * MB,
  workbookEntries: 2_000,
  workbookMilliseconds: 90_000,
  workbookHeapMb: 512,
  /** One row as written. Longer means a quotation mark was never closed. */
  rowBytes: 1 * MB,
  columns: 500,
  /** DuckDB's own limit; the process needs about twice it. */
  memory: "400MB",
  /** A trial load in the preview is made up to this size. */
  trialBytes: 25 * MB,
} as const;

export type ImportLimits = {
  readonly [name in keyof typeof importLimits]: (typeof importLimits)[name] extends string ? string : number;
};

const mb = (bytes: number): string => `${Math.round(bytes / MB).toLocaleString("en-GB")} MB`;

export const tooLarge = (what: string, bytes: number, limit: number): Refusal =>
  refuse(
    "import.too-large",
    `${what} is ${mb(bytes)}; the limit is ${mb(limit)}. Nothing of it was read.`,
    "Export a shorter period, or save the sheet as CSV, and import it again. An ECM administrator can split the export by month.",
  );
