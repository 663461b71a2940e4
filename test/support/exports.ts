import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openDuckDb } from "#api/records/duckdb-session.ts";
import { loadImport, previewImport } from "#api/records/read-import.ts";
import type { ImportChoice, ImportPreview, LoadedImport } from "#domain/imports/import-report.ts";
import { accessAdultVisits } from "#domain/imports/profiles/access-adult-visits.ts";
import type { Period } from "#domain/period.ts";
import { isRefusal, type Refusal } from "#domain/refusal.ts";

export type Cells = Readonly<Record<string, string>>;

const usualVisit: Cells = {
  FileReference: "MB-1",
  Created: "2026-10-04T07:15:00",
  ProviderRef: "MB-ASHDOWN",
  ContractNumber: "WCC-1",
  ServiceUserRef: "WS100001",
  ServiceUserDetails: "Mr Canary O’Brien, 113 Canarywharf Street",
  ServiceType: "HOME CARE",
  VisitDate: "13/09/2026",
  StartTimeClaimed: "08:00:00",
  DurationClaimed: "00:30:00",
  ActualStartTime: "08:07:00",
  ActualDuration: "00:27:00",
  SecondaryVisit: "False",
  NumberOfCarers: "1",
  CareWorkerReference: "CW2004",
  CareWorkerName: "Canary Thornbury",
};

/** One row of an Access Adult export, usual but for what is given, in the order of the headings. */
export const visit = (cells: Cells = {}): readonly string[] =>
  accessAdultVisits.headings.map((heading) => cells[heading] ?? usualVisit[heading] ?? "");

/** A visit nobody else has: its person follows from the number. */
export const visitOf = (number: number, cells: Cells = {}) =>
  visit({ ServiceUserRef: `WS${200_000 + number}`, ...cells });

export const visitHeadings: readonly string[] = accessAdultVisits.headings;

export const csv = (rows: readonly (readonly string[])[], delimiter = ",", end = "\r\n"): string =>
  rows.map((row) => row.map((cell) => quoted(cell, delimiter)).join(delimiter) + end).join("");

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A whole Access Adult file of these rows. */
export const visitsCsv = (...rows: readonly (readonly string[])[]): string => csv([visitHeadings, ...rows]);

export const services = { "MB-ASHDOWN": "ashdown", "MB-BIRCHWOOD": "birchwood" };
export const now = "2026-10-12T09:00:00.000Z";
export const pseudonymKey = "5e".repeat(32);

export async function fileOf(content: string | Uint8Array, name = "export.csv"): Promise<string> {
  const local = join(await mkdtemp(join(tmpdir(), "line-of-sight-test-")), name);
  await writeFile(local, content);
  return local;
}

export interface Ask {
  readonly answers?: Partial<Pick<ImportChoice, "renamed" | "days">>;
  readonly periodAsked?: Period;
}

export const previewOf = async (local: string, ask: Ask = {}): Promise<ImportPreview | Refusal> =>
  previewImport({ local, fileName: "export.csv", services, now, ...ask });

/** Previews a file and loads it as the preview says. */
export async function read(content: string | Uint8Array, ask: Ask = {}): Promise<LoadedImport | Refusal> {
  const local = await fileOf(content);
  const preview = await previewOf(local, ask);
  if (isRefusal(preview)) return preview;
  return loadImport({
    local,
    fileName: "export.csv",
    services,
    now,
    choice: preview.choice,
    outDir: join(dirname(local), "out"),
    pseudonymKey,
    ...ask,
  });
}

/** The same, where it must have been loaded. */
export async function loaded(content: string | Uint8Array, ask: Ask = {}): Promise<LoadedImport> {
  const answer = await read(content, ask);
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refused.say}`);
  return answer;
}

/** Every row of the files, in the order of their rows in the source. */
export async function rowsOf({ files }: Pick<LoadedImport, "files">) {
  const [first] = files;
  if (!first) return [];
  const folder = dirname(dirname(dirname(first.local)));
  const db = await openDuckDb([folder], join(folder, "spill"));
  try {
    return await db.rows(
      `SELECT * FROM read_parquet([${files.map(({ local }) => `'${local}'`).join(", ")}]) ORDER BY src_row`,
    );
  } finally {
    db.close();
  }
}

/** Scanned, loaded, rejected and skipped, and the reasons, in one line to compare. */
export const outcome = ({ scanned, loaded, rejected, skipped, rejectedWhy, skippedWhy }: LoadedImport) => ({
  counts: [scanned, loaded, rejected, skipped],
  why: [...rejectedWhy, ...skippedWhy].map(({ why, rows }) => `${rows}: ${why}`),
});
