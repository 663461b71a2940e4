import type { Profile } from "#domain/imports/profile.ts";
import type { DuckDbSession } from "./duckdb-session.ts";

/**
 * Settles rows that are the same record. One that says the same as an earlier row is skipped. Where the source numbers
 * its records, the highest version stays, and of equal versions the lowest row of the file; where it does not, rows
 * that share the key are told apart by an ordinal. Makes the views `fates` and `kept` over `staged`.
 */
export async function settleTwins(db: DuckDbSession, { record }: Profile): Promise<void> {
  const ordinalBy = "keyOf" in record ? record.ordinalBy : undefined;
  // rk follows from the record alone and is small: rows that share it are few, and only they are compared in full.
  await db.run(`CREATE TEMP TABLE twins AS SELECT src_row, record, record_version, content_hash${ordinalBy ? `, ${ordinalBy} AS ordinal_by` : ""}
    FROM staged WHERE wrong IS NULL AND rk IN (
      SELECT rk FROM staged WHERE wrong IS NULL GROUP BY rk HAVING count(*) > 1)`);
  await db.run(`CREATE TEMP TABLE repeats AS SELECT src_row, 'Says the same as an earlier row' AS why FROM (
      SELECT src_row, row_number() OVER (PARTITION BY record, record_version, content_hash ORDER BY src_row) AS n FROM twins) WHERE n > 1`);
  await db.run(
    ordinalBy
      ? `CREATE TEMP TABLE ordinals AS SELECT src_row, record_with AS record FROM (
          SELECT src_row, regexp_replace(record, '-1$', '') || '-' || row_number() OVER w AS record_with, row_number() OVER w AS n
          FROM twins ANTI JOIN repeats USING (src_row) WINDOW w AS (PARTITION BY record ORDER BY ordinal_by, src_row)) WHERE n > 1`
      : `INSERT INTO repeats SELECT src_row, 'A later version of the same record is in the file' FROM (
          SELECT src_row, row_number() OVER (PARTITION BY record ORDER BY record_version DESC, src_row DESC) AS n
          FROM twins ANTI JOIN repeats USING (src_row)) WHERE n > 1`,
  );
  const [twins] = await db.rows("SELECT count(*) AS n FROM repeats");
  const known = "SELECT * FROM staged WHERE wrong IS NULL";
  const single = twins?.n === 0 ? known : `SELECT * FROM (${known}) ANTI JOIN repeats USING (src_row)`;
  const renamed = ordinalBy ? (await db.rows("SELECT count(*) AS n FROM ordinals"))[0]?.n : 0;
  await db.run(
    `CREATE TEMP VIEW kept AS ${
      renamed === 0
        ? single
        : `SELECT one.* REPLACE (coalesce(ordinals.record, one.record) AS record) FROM (${single}) AS one LEFT JOIN ordinals USING (src_row)`
    }`,
  );
}
