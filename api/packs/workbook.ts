import { closeSync, openSync, writeSync } from "node:fs";
import { strToU8, Zip, ZipDeflate } from "fflate";
import { LineOfSightError } from "#domain/errors.ts";
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
    for (const [name, xml] of parts(names)) {
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
  return `<c r="${at}" s="${style ?? quoted}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** Leaves out what XML 1.0 cannot hold: control characters and lone surrogates. */
const escaped = (text: string) =>
  isPlain.test(text)
    ? text
    : text
        .toWellFormed()
        // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write them.
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;");

/** Most cells are: worth a look before five replacements. */
const isPlain = /^[\w .,:;()/-]*$/;

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

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const schemas = "http://schemas.openxmlformats.org";
const main = `${schemas}/spreadsheetml/2006/main`;
const office = `${schemas}/officeDocument/2006/relationships`;
const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const parts = (names: readonly string[]): readonly [string, string][] => [
  [
    "xl/styles.xml",
    `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF12304A"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
  ],
  [
    "xl/workbook.xml",
    `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names.map((name, at) => `<sheet name="${escaped(name).replaceAll('"', "&quot;")}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`,
  ],
  [
    "xl/_rels/workbook.xml.rels",
    `${declaration}<Relationships xmlns="${schemas}/package/2006/relationships">${names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}<Relationship Id="rId${names.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    "_rels/.rels",
    `${declaration}<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    "[Content_Types].xml",
    `${declaration}<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/>${names.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${kinds}.worksheet+xml"/>`).join("")}</Types>`,
  ],
];
