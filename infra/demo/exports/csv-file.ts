import { closeSync, openSync, writeSync } from "node:fs";

/** A CSV file being written line by line; only about a megabyte of it is ever in memory. */
export interface CsvFile {
  row(cells: readonly (string | number)[]): void;
  /** A line that is already CSV. */
  line(text: string): void;
  /** Rows written so far, the heading not counted. */
  rows(): number;
  close(): void;
}

interface Manner {
  readonly lineEnd?: "\r\n" | "\n";
  /** A byte-order mark first, as spreadsheets write. */
  readonly mark?: boolean;
}

export function csvFile(
  path: string,
  headings: readonly string[],
  { lineEnd = "\r\n", mark = false }: Manner = {},
): CsvFile {
  const file = openSync(path, "w");
  let held = mark ? "\uFEFF" : "";
  let rows = -1;
  const line = (text: string) => {
    held += text + lineEnd;
    rows += 1;
    if (held.length > 1_000_000) {
      writeSync(file, held);
      held = "";
    }
  };
  const row = (cells: readonly (string | number)[]) => line(cells.map(quoted).join(","));
  row(headings);
  return {
    row,
    line,
    rows: () => rows,
    close: () => {
      writeSync(file, held);
      closeSync(file);
    },
  };
}

/** A cell as RFC 4180 has it. */
export const quoted = (cell: string | number): string => {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
