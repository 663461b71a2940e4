import { parse } from "csv-parse/sync";
import { detect, type Recognised } from "#domain/imports/detect.ts";
import type { ImportPreview } from "#domain/imports/import-report.ts";

export type Delimiter = ImportPreview["delimiter"];

/** Where the table is in a text file. */
export interface FoundTable {
  readonly delimiter: Delimiter;
  /** The row of the headings, the first row being 1. */
  readonly headerRow: number;
  readonly header: readonly string[];
  /** Lines up to and with the headings; more than `headerRow` when a title holds a line break. */
  readonly linesAbove: number;
  /** Undefined when no profile fits: `header` is then the likeliest row. */
  readonly recognised?: Recognised;
}

const delimiters: readonly Delimiter[] = [",", ";", "\t", "|"];
/** Headings are looked for in this many rows. */
const ROWS_LOOKED_AT = 30;

/**
 * Finds the delimiter and the headings together: the pair with which a profile fits best. So neither a title above the
 * headings nor a comma inside a title can mislead it.
 */
export function findTable(head: string, renamed: Readonly<Record<string, string>> = {}): FoundTable | undefined {
  const candidates = delimiters.flatMap((delimiter) =>
    firstRows(head, delimiter).map(({ record, lines }, place): FoundTable => {
      const recognised = detect(record, renamed);
      return {
        delimiter,
        headerRow: place + 1,
        header: record.map((heading) => heading.trim()),
        linesAbove: lines,
        ...(recognised ? { recognised } : {}),
      };
    }),
  );
  const named = candidates.flatMap((table) => (table.recognised ? [{ table, recognised: table.recognised }] : []));
  const best = named.toSorted((a, b) => a.recognised.missing.length - b.recognised.missing.length).at(0);
  return best?.table ?? candidates.toSorted((a, b) => filled(b) - filled(a)).at(0);
}

const filled = ({ header }: FoundTable): number => header.filter((cell) => cell !== "").length;

interface FirstRow {
  readonly record: readonly string[];
  readonly lines: number;
}

function firstRows(head: string, delimiter: Delimiter): readonly FirstRow[] {
  const options = {
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_quotes: true,
    relax_column_count: true,
    info: true,
    to: ROWS_LOOKED_AT,
  };
  const read = (quote: string | null) =>
    (parse(head, { ...options, quote }) as unknown as { record: string[]; info: { lines: number } }[]).map(
      ({ record, info }) => ({ record, lines: info.lines }),
    );
  try {
    return read('"');
  } catch {
    // A quotation mark left open in the piece looked at; without quoting the headings can still be told.
    return read(null);
  }
}
