import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { CsvError, type Info, parse } from "csv-parse";
import { type Refusal, refuse } from "#domain/refusal.ts";
import type { FoundTable } from "./find-table.ts";
import { importLimits } from "./import-limits.ts";

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/**
 * Writes a table the strict reader would stumble over as a plain one: each row with its number, what is wrong with its
 * shape, and exactly as many cells as there are headings. Every row below the headings is written, whatever its state.
 */
export async function normaliseCsv(
  local: string,
  { delimiter, headerRow, header }: FoundTable,
  to: string,
): Promise<{ readonly rows: number } | Refusal> {
  const parser = createReadStream(local, { highWaterMark: 1 << 20 }).pipe(
    parse({
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: importLimits.rowBytes,
      from: headerRow + 1,
      info: true,
    }),
  );
  const file = await open(to, "w");
  let rows = 0;
  let lines: string[] = [];
  try {
    for await (const { record } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      rows++;
      lines.push(normalRow(record, rows + 1, header.length));
      if (lines.length >= 5_000) {
        await file.write(lines.join(""));
        lines = [];
      }
    }
    await file.write(lines.join(""));
    return { rows };
  } catch (cause) {
    if (cause instanceof CsvError) return neverClosed(rows + 1);
    throw cause;
  } finally {
    await file.close();
  }
}

function normalRow(record: readonly string[], row: number, columns: number): string {
  const cells = Array.from({ length: columns }, (_, place) => record[place] ?? "");
  return `${row},${quoted(wrongShape(record, columns))},${cells.map(quoted).join(",")}\n`;
}

/** Cells too many are no harm when they are empty. A row of the wrong shape over several lines swallowed the next ones. */
function wrongShape(record: readonly string[], columns: number): string {
  if (record.length >= columns && record.slice(columns).every((cell) => cell.trim() === "")) return "";
  const cells = `It has ${record.length} ${record.length === 1 ? "cell" : "cells"} where the headings have ${columns}`;
  const lines = record.join("").split("\n").length;
  return lines === 1
    ? cells
    : `${cells}, over ${lines} lines: a quotation mark was probably left open, so the rows within it could not be told apart`;
}

const neverClosed = (row: number): Refusal =>
  refuse(
    "import.quote-never-closed",
    `After row ${row} (the headings being row 1) a quotation mark is opened and never closed, so the rows below run into one another.`,
    "Export the file again from the care system. If it was edited by hand, close or delete the stray quotation mark in the row below that one.",
  );
