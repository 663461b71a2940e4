import type { CountOf, ImportCounts } from "#domain/imports/import-report.ts";
import type { Period } from "#domain/period.ts";
import { type DuckDbSession, literal } from "./duckdb-session.ts";

/** Counts what became of every row, from the views `turned_away` and `kept` and the table `repeats`. */
export async function countImport(db: DuckDbSession, scanned: number, asked?: Period): Promise<ImportCounts> {
  const outside = asked ? `count(*) FILTER (day < ${literal(asked.from)} OR day > ${literal(asked.to)})` : "0";
  const [kept] = await db.rows(
    `SELECT count(*) AS loaded, min(day) AS first, max(day) AS last, ${outside} AS outside FROM kept`,
  );
  const rejectedWhy = await reasons(
    db,
    "SELECT rejected AS why, count(*) AS n FROM turned_away WHERE rejected IS NOT NULL GROUP BY why",
  );
  const skippedWhy = await reasons(
    db,
    `SELECT skipped AS why, count(*) AS n FROM turned_away WHERE skipped IS NOT NULL GROUP BY why
     UNION ALL SELECT why, count(*) AS n FROM repeats GROUP BY why`,
  );
  const content = await db.rows(
    `SELECT service, month_key // 100 || '-' || lpad((month_key % 100)::VARCHAR, 2, '0') AS month, count(*) AS n,
       count(DISTINCT person) AS people FROM kept GROUP BY service, month_key ORDER BY service, month_key`,
  );
  return {
    scanned,
    loaded: Number(kept?.loaded),
    rejected: sum(rejectedWhy),
    skipped: sum(skippedWhy),
    rejectedWhy,
    skippedWhy,
    ...(kept?.first && kept.last ? { covered: { from: String(kept.first), to: String(kept.last) } } : {}),
    outsidePeriod: Number(kept?.outside),
    contentCounts: content.map(({ service, month, n, people }) => ({
      service: String(service),
      month: String(month),
      rows: Number(n),
      people: Number(people),
    })),
  };
}

const sum = (counts: readonly CountOf[]): number => counts.reduce((total, { rows }) => total + rows, 0);

const reasons = async (db: DuckDbSession, sql: string): Promise<readonly CountOf[]> =>
  (await db.rows(`${sql} ORDER BY n DESC, why`)).map(({ why, n }) => ({ why: String(why), rows: Number(n) }));
