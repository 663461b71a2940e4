import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { literal, openDuckDb } from "./duckdb-session.ts";

/** A record that is not the same in both imports. `before` and `now` are content hashes. */
export interface ChangedRecord {
  readonly record: string;
  readonly service: string;
  readonly day: string;
  readonly change: "new" | "amended" | "vanished";
  readonly before?: string;
  readonly now?: string;
}

export interface ImportComparison {
  readonly new: number;
  readonly amended: number;
  readonly unchanged: number;
  /** In the earlier import and not in this one. */
  readonly vanished: number;
  /** The first of them, in the order of day and record. */
  readonly changed: readonly ChangedRecord[];
}

/**
 * Compares two imports of the same dataset by record and content. Only what the later one covers is compared: pass the
 * earlier files of the same months.
 */
export async function compareImports(
  before: readonly { readonly local: string }[],
  now: readonly { readonly local: string }[],
  listed = 1_000,
): Promise<ImportComparison> {
  const workDir = await mkdtemp(join(tmpdir(), "line-of-sight-compare-"));
  const folders = [...new Set([...before, ...now].map(({ local }) => dirname(resolve(local))))];
  const db = await openDuckDb([workDir, ...folders], workDir);
  try {
    const rowsOf = (files: readonly { readonly local: string }[]) =>
      files.length === 0
        ? "(SELECT '' AS record, '' AS content_hash, '' AS service, '' AS day LIMIT 0)"
        : `read_parquet([${files.map(({ local }) => literal(resolve(local))).join(", ")}])`;
    const both = `(SELECT coalesce(n.record, b.record) AS record, coalesce(n.service, b.service) AS service,
        coalesce(n.day, b.day) AS day, b.content_hash AS before, n.content_hash AS now,
        CASE WHEN b.record IS NULL THEN 'new' WHEN n.record IS NULL THEN 'vanished'
          WHEN b.content_hash = n.content_hash THEN 'unchanged' ELSE 'amended' END AS change
      FROM ${rowsOf(now)} AS n FULL JOIN ${rowsOf(before)} AS b ON n.record = b.record)`;
    const counts = await db.rows(`SELECT change, count(*) AS n FROM ${both} GROUP BY change`);
    const count = (change: string) => Number(counts.find((row) => row.change === change)?.n ?? 0);
    const changed = await db.rows(
      `SELECT * FROM ${both} WHERE change <> 'unchanged' ORDER BY day, record LIMIT ${Math.trunc(listed)}`,
    );
    return {
      new: count("new"),
      amended: count("amended"),
      unchanged: count("unchanged"),
      vanished: count("vanished"),
      changed: changed.map((row) => ({
        record: String(row.record),
        service: String(row.service),
        day: String(row.day),
        change: row.change as ChangedRecord["change"],
        ...(row.before === null ? {} : { before: String(row.before) }),
        ...(row.now === null ? {} : { now: String(row.now) }),
      })),
    };
  } finally {
    db.close();
    await rm(workDir, { recursive: true, force: true });
  }
}
