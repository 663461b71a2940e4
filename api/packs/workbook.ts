import { closeSync, openSync, writeSync } from "node:fs";
import { strToU8, Zip, ZipDeflate } from "fflate";
import { LineOfSightError } from "#domain/errors.ts";
import { escapeXml } from "./escape-xml.ts";
import { declaration, main, workbookParts } from "./workbook-parts.ts";
import { zipDate } from "./zip.ts";

export type WorkbookCell = string | number | null;

export interface Sheet {
  readonly name: string;
  readonly head: readonly string[];
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  readonly rows: AsyncIterable<readonly WorkbookCell[]> | Iterable<readonly WorkbookCell[]>;
}

/**
 * Writes an XLSX file sheet by sheet and row by row, so that memory stays flat over millions of rows; equal rows give
 * equal bytes. Text is written as inline text and marked as quoted: it is never a formula, not even after editing.
 * A sheet that is full (`rowsASheet`, Excel's own limit) goes on in a second one. (hucre streams one sheet only, and a pack has one for every figure.)
 */
export async function writeWorkbook(
  path: string,
  sheets: readonly Sheet[],
  { rowsASheet = 1_048_576 } = {},
): Promise<void> {
  const file = openSync(path, "w");
  try {
    const zip = new Zip((error, bytes) => {
      if (error) throw error;
      writeSync(file, bytes);
    });
    const names: string[] = [];
    for (const sheet of sheets) await writeSheet(zip, sheet, names, rowsASheet);
    for (const [name, xml] of workbookParts(names)) {
      const part = open(zip, name);
      part.push(strToU8(xml), true);
    }
    zip.end();
  } finally {
    closeSync(file);
  }
}

function open(zip: Zip, name: string): ZipDeflate {
  const part = new ZipDeflate(name, { level: 3 });
  part.mtime = zipDate;
  zip.add(part);
  return part;
}

async function writeSheet(zip: Zip, sheet: Sheet, names: string[], rowsASheet: number): Promise<void> {
  let writer = new SheetWriter(zip, sheet, names, 1);
  for await (const row of sheet.rows) {
    if (writer.rows >= rowsASheet) {
      writer.end();
      writer = new SheetWriter(zip, sheet, names, writer.part + 1);
    }
    writer.add(row);
  }
  writer.end();
}

class SheetWriter {
  readonly part: number;
  readonly #stream: ZipDeflate;
  readonly #columns: readonly string[];
  #row = 0;
  #text = "";

  constructor(zip: Zip, { name, head, widths }: Sheet, names: string[], part: number) {
    this.part = part;
    this.#columns = head.map((_, at) => columnName(at));
    names.push(sheetName(part === 1 ? name : `${name.slice(0, 26)} (${part})`, names));
    this.#stream = open(zip, `xl/worksheets/sheet${names.length}.xml`);
    const columns = head.map(
      (_, at) => `<col min="${at + 1}" max="${at + 1}" width="${widths[at] ?? 16}" customWidth="1"/>`,
    );
    this.#text = `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join("")}</cols><sheetData>`;
    this.add(head, 1);
  }

  /** The head included. */
  get rows(): number {
    return this.#row;
  }

  add(row: readonly WorkbookCell[], style?: number): void {
    this.#row += 1;
    this.#text += `<row r="${this.#row}">${row.map((value, at) => cell(value, `${this.#columns[at]}${this.#row}`, style)).join("")}</row>`;
    if (this.#text.length > 1 << 19) this.#flush(false);
  }

  end(): void {
    const last = `${this.#columns.at(-1)}${this.#row}`;
    this.#text += `</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
    this.#flush(true);
  }

  #flush(last: boolean): void {
    this.#stream.push(strToU8(this.#text), last);
    this.#text = "";
  }
}

/** Styles: 1 the head, 2 text that wraps, 3 the same marked as quoted. */
function cell(value: WorkbookCell, at: string, style?: number): string {
  if (value === null) return "";
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new LineOfSightError("invalid", `Cell ${at} of a workbook is not a number.`);
    return `<c r="${at}"><v>${value}</v></c>`;
  }
  const quoted = /^[=+\-@\t\r]/.test(value) ? 3 : 2;
  return `<c r="${at}" s="${style ?? quoted}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

function columnName(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26);
}

/** Excel's rules: at most 31 characters, none of `[]:*?/\`, no two alike in any case. */
function sheetName(wanted: string, taken: readonly string[]): string {
  const name = wanted.replace(/[[\]:*?/\\]/g, "-").slice(0, 31);
  const isTaken = (candidate: string) => taken.some((each) => each.toLowerCase() === candidate.toLowerCase());
  for (let again = 2, free = name; ; again++) {
    if (!isTaken(free)) return free;
    free = `${name.slice(0, 31 - ` ~${again}`.length)} ~${again}`;
  }
}
