import { open } from "node:fs/promises";
import { join } from "node:path";
import { LineOfSightError } from "#domain/errors.ts";
import type { Recognised } from "#domain/imports/detect.ts";
import type { ImportPreview } from "#domain/imports/import-report.ts";
import { isRefusal, type Refusal, refuse } from "#domain/refusal.ts";
import { decodeFile, decodeHead, type Encoding, encodingOf } from "./decode-file.ts";
import { type DuckDbSession, literal } from "./duckdb-session.ts";
import { type FoundTable, findTable } from "./find-table.ts";
import { importLimits, tooLarge } from "./import-limits.ts";
import { normaliseCsv } from "./normalise-csv.ts";
import { type FileScan, scanFile } from "./scan-file.ts";
import { checkWorkbook } from "./workbook/check-workbook.ts";
import { readSheet } from "./workbook/read-sheet.ts";

/** A recognised table as UTF-8 text on the local disk. */
export interface SourceTable {
  /** Of the file as it came. */
  readonly bytes: number;
  readonly hash: string;
  readonly kind: ImportPreview["kind"];
  readonly encoding: Encoding;
  readonly csv: string;
  readonly found: FoundTable;
  readonly recognised: Recognised;
  /** Rows below the headings, counted without any parser. */
  readonly rowsBelow: number;
  /** Nothing seen so far that the strict reader would stumble over. */
  readonly tidy: boolean;
}

export interface SourceFile {
  readonly local: string;
  readonly fileName: string;
  /** Known heading → as this file writes it. */
  readonly renamed?: Readonly<Record<string, string>>;
}

/** Recognises a file: size, kind, encoding, delimiter, headings, profile. Copies are written to `workDir` only where needed. */
export async function openSource(file: SourceFile, workDir: string): Promise<SourceTable | Refusal> {
  const bytes = await sizeOf(file.local);
  const start = await headOf(file.local);
  if (bytes === 0) return nothingInIt();
  const workbook = start.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]));
  const limit = workbook ? importLimits.workbookBytes : importLimits.csvBytes;
  if (bytes > limit) return tooLarge(workbook ? "This workbook" : "This file", bytes, limit);
  return workbook ? openWorkbook(file, workDir) : openText(file, workDir, await scanFile(file.local));
}

async function openText(file: SourceFile, workDir: string, scan: FileScan): Promise<SourceTable | Refusal> {
  const encoding = encodingOf(scan);
  if (!encoding) return notATable(file.fileName);
  if (scan.blankRows === scan.rows) return nothingInIt();
  const straight = encoding === "utf-8" || encoding === "utf-8-bom";
  const csv = straight ? file.local : join(workDir, "decoded.csv");
  if (!straight) await decodeFile(file.local, encoding, csv);
  const text = straight ? scan : await scanFile(csv);
  const found = findTable(decodeHead(text.head, straight ? encoding : "utf-8"), file.renamed);
  if (!found?.recognised) return unknownHeadings(found);
  return {
    bytes: scan.bytes,
    hash: scan.hash,
    kind: "csv",
    encoding,
    csv,
    found,
    recognised: found.recognised,
    rowsBelow: text.rows - found.headerRow,
    tidy: text.blankRows === 0 && !text.mixedLineEnds && found.linesAbove === found.headerRow,
  };
}

/** The first sheet whose headings a profile knows. */
async function openWorkbook(file: SourceFile, workDir: string): Promise<SourceTable | Refusal> {
  const checked = await checkWorkbook(file.local, importLimits);
  if (isRefusal(checked)) return checked;
  const original = await scanFile(file.local);
  let refusal: Refusal = nothingInIt();
  for (let sheet = 0; sheet < checked.sheets; sheet++) {
    const csv = join(workDir, `sheet-${sheet}.csv`);
    const read = await readSheet(file.local, sheet, csv);
    if (isRefusal(read)) return read;
    if (read.rows === 0) continue;
    const table = await openText({ ...file, local: csv }, workDir, await scanFile(csv));
    if (!isRefusal(table)) return { ...table, kind: "xlsx", bytes: original.bytes, hash: original.hash };
    refusal = table;
  }
  return refusal;
}

/**
 * Runs `read` over the table, which answers how many rows it met. First with the strict reader; when that met fewer or
 * other rows than were counted, the table is written out again with csv-parse and read once more. Either way every row
 * below the headings is met, and `scanned` says how many those are.
 */
export async function readEveryRow(
  db: DuckDbSession,
  source: SourceTable,
  workDir: string,
  read: (relation: string) => Promise<number>,
): Promise<{ readonly scanned: number } | Refusal> {
  if (source.tidy && (await strictly(db, source, read))) return { scanned: source.rowsBelow };
  const plain = join(workDir, "plain.csv");
  const normal = await normaliseCsv(source.csv, source.found, plain);
  if (isRefusal(normal)) return normal;
  const met = normal.rows === 0 ? 0 : await read(plainRelation(plain, source.found.header.length));
  if (met !== normal.rows)
    throw new LineOfSightError("unavailable", "The import was stopped: rows went missing while it was read.", {
      facts: { written: normal.rows, met },
    });
  return { scanned: normal.rows };
}

async function strictly(
  db: DuckDbSession,
  source: SourceTable,
  read: (relation: string) => Promise<number>,
): Promise<boolean> {
  if (source.rowsBelow === 0) return false;
  try {
    const met = await read(strictRelation(source));
    const [rejects] = await db.rows("SELECT count(*) AS n FROM reject_errors");
    return met === source.rowsBelow && rejects?.n === 0;
  } catch {
    // The strict reader gives up on some shapes instead of listing them; csv-parse then says what is wrong.
    return false;
  }
}

const columnTypes = (names: readonly string[]): string =>
  `{${names.map((name) => `${literal(name)}: 'VARCHAR'`).join(", ")}}`;

const columnNames = (count: number): readonly string[] => Array.from({ length: count }, (_, place) => `c${place}`);

/** `new_line` is left out on purpose: with `store_rejects` it makes DuckDB 1.5.5 answer no rows at all, without an error. */
const strictRelation = ({ csv, found }: SourceTable): string =>
  `(SELECT row_number() OVER () + 1 AS src_row, NULL::VARCHAR AS shape, * FROM read_csv(${literal(csv)},
    auto_detect = false, delim = ${literal(found.delimiter)}, quote = '"', escape = '"', header = false,
    skip = ${found.linesAbove}, strict_mode = true, null_padding = false, store_rejects = true,
    max_line_size = ${importLimits.rowBytes}, columns = ${columnTypes(columnNames(found.header.length))}))`;

const plainRelation = (csv: string, columns: number): string =>
  `(SELECT row_text::BIGINT AS src_row, shape, * EXCLUDE (row_text, shape) FROM read_csv(${literal(csv)},
    auto_detect = false, delim = ',', quote = '"', escape = '"', header = false, new_line = '\\n',
    max_line_size = ${importLimits.rowBytes * 3}, columns = ${columnTypes(["row_text", "shape", ...columnNames(columns)])}))`;

async function headOf(local: string): Promise<Buffer> {
  const file = await open(local);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function sizeOf(local: string): Promise<number> {
  const file = await open(local);
  try {
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

const nothingInIt = (): Refusal =>
  refuse(
    "import.empty",
    "There is nothing in this file.",
    "Export the report again from the care system and check that it has rows.",
  );

const notATable = (fileName: string): Refusal =>
  refuse(
    "import.not-a-table",
    `“${fileName}” is neither a text table nor an Excel workbook (.xlsx), so it cannot be read.`,
    "Export the report as CSV or .xlsx. An old .xls workbook must be opened in Excel and saved as .xlsx.",
  );

const unknownHeadings = (found: FoundTable | undefined): Refusal =>
  refuse(
    "import.unknown-headings",
    `No report that Line of Sight knows has these headings: ${(found?.header ?? [])
      .filter((heading) => heading !== "")
      .slice(0, 12)
      .map((heading) => `“${heading.slice(0, 60)}”`)
      .join(", ")}.`,
    "Check that this is the right report and that its headings were not changed. The formats that are read are listed under “Files Line of Sight reads”; an ECM administrator can prepare the file in one of them.",
  );
