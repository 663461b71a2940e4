import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { DataFile } from "#api/records/engine.ts";
import { type DatasetName, datasets } from "#domain/figures/dataset.ts";
import type { TestRow } from "#domain/figures/shipped/shipped.ts";

/** A folder of its own for one test file, and what removes it. */
export async function scratch(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "figures-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Writes whole rows as one Parquet file, with the column types of the dataset. */
export async function dataFile(
  folder: string,
  dataset: DatasetName,
  rows: readonly TestRow[],
  month = datasets[dataset].split === "month" ? "2026-07" : "all",
): Promise<DataFile> {
  const name = `${dataset}-${createHash("sha256").update(JSON.stringify(rows)).digest("hex").slice(0, 12)}-${month}`;
  const [json, local] = [join(folder, `${name}.json`), join(folder, `${name}.parquet`)];
  await writeFile(json, JSON.stringify(rows));
  const columns = Object.entries(datasets[dataset].columns)
    .map(([column, { kind }]) => `${column}: '${kind === "integer" ? "BIGINT" : "VARCHAR"}'`)
    .join(", ");
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  await connection.run(
    `COPY (SELECT * FROM read_json('${json}', format = 'array', columns = {${columns}})) TO '${local}' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  const hash = createHash("sha256")
    .update(await readFile(local))
    .digest("hex");
  return { dataset, month, hash, local };
}
