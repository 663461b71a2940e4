import { DuckDBInstance } from "@duckdb/node-api";

/** What somebody who knows DuckDB would write by hand: one COPY, no checks, no count, no rejects. */
export async function copyVisits(csv: string, parquet: string, key: string, hash: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1", memory_limit: "400MB" });
  const db = await instance.connect();
  const columns = Array.from({ length: 24 }, (_, place) => `'c${place}': 'VARCHAR'`).join(", ");
  await db.run(`COPY (
    WITH read AS (
      SELECT row_number() OVER () + 1 AS src_row, c4 AS contract, lower(substr(c3, 4)) AS service, c11 AS service_type,
        left(sha256('${key}person:' || c5), 16) AS person, left(sha256('${key}staff:' || c22), 16) AS carer,
        strptime(c12, '%d/%m/%Y')::DATE AS d, (c17 = 'True')::BIGINT AS second_carer, c18::BIGINT AS carers,
        epoch(c14::TIME)::BIGINT // 60 AS claimed_min, epoch(c16::TIME)::BIGINT // 60 AS actual_min,
        epoch(timezone('Europe/London', strptime(c12 || ' ' || c13, '%d/%m/%Y %H:%M:%S')))::BIGINT // 60 AS claimed_start,
        epoch(timezone('Europe/London', strptime(c12 || ' ' || c15, '%d/%m/%Y %H:%M:%S')))::BIGINT // 60 AS actual_start
      FROM read_csv('${csv}', auto_detect = false, delim = ',', quote = '"', header = false, skip = 1, columns = {${columns}})),
    hashed AS (
      SELECT *, sha256('${key}record:visits:' || concat_ws(chr(31), contract, person, d, claimed_start, second_carer)) AS digest,
        left(sha256(concat_ws(chr(31), service, person, d, carer, second_carer, carers, claimed_start, claimed_min,
          coalesce(actual_start::VARCHAR, ''), coalesce(actual_min::VARCHAR, ''), service_type)), 16) AS content_hash FROM read)
    SELECT left(digest, 16) || '-1' AS record, 1::BIGINT AS record_version, content_hash, '${hash}' AS source_file, src_row,
      service, person, d::VARCHAR AS day, year(d) * 100 + month(d) AS month_key,
      ('0x' || substr(digest, 17, 8))::BIGINT % 2147483646 + 1 AS rk, carer, second_carer, carers, claimed_start,
      claimed_min, actual_start, actual_min, service_type
    FROM hashed) TO '${parquet}' (FORMAT parquet, COMPRESSION zstd)`);
  db.closeSync();
  instance.closeSync();
}
