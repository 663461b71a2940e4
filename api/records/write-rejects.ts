import { rename } from "node:fs/promises";
import { join } from "node:path";
import { type DuckDbSession, literal } from "./duckdb-session.ts";
import { scanFile } from "./scan-file.ts";
import { shownHeadings } from "./shown-headings.ts";
import type { SourceTable } from "./source-table.ts";

/**
 * Writes the rejected rows of `turned_away` as CSV: row number (the headings being row 1), why, and the cells that were read.
 * Columns that may hold names or addresses are left out; text that a spreadsheet would run as a formula is quoted.
 */
export async function writeRejects(
  db: DuckDbSession,
  { recognised }: Pick<SourceTable, "recognised">,
  outDir: string,
  workDir: string,
): Promise<{ readonly local: string; readonly hash: string }> {
  const cells = shownHeadings(recognised).map(
    (heading, place) => `formula_safe(raw[${place + 1}]) AS "${heading.replaceAll('"', '""')}"`,
  );
  const draft = join(workDir, "rejects.csv");
  await db.run(
    `COPY (SELECT src_row AS "Row (headings are row 1)", rejected AS "Why it was not loaded", ${cells.join(", ")}
      FROM turned_away WHERE rejected IS NOT NULL ORDER BY src_row) TO ${literal(draft)} (FORMAT csv, HEADER)`,
  );
  const { hash } = await scanFile(draft);
  const local = join(outDir, `rejects-${hash}.csv`);
  await rename(draft, local);
  return { local, hash };
}
