import { mkdir } from "node:fs/promises";
import { BIGINT, type DuckDBConnection, DuckDBInstance, VARCHAR, version } from "@duckdb/node-api";
import { LineOfSightError } from "#domain/errors.ts";
import { type DatasetName, datasets } from "#domain/figures/dataset.ts";
import { type Query, table } from "#domain/figures/query.ts";
import type { Answer, DataFile, Engine } from "./engine.ts";

/**
 * DuckDB over local Parquet. Every call has its own instance, which can open the files it was given and nothing else,
 * so calls may run side by side.
 * @param tempDir where it may spill; made when it is not there
 * @param memoryMb a soft limit: the process takes some 250 MB more while it answers over two million visits
 */
export function duckDbEngine({ tempDir, memoryMb = 192 }: { tempDir: string; memoryMb?: number }): Engine {
  return {
    name: `DuckDB ${version()}`,
    async query(files, queries) {
      const wanted = new Set(queries.flatMap((query) => query.datasets));
      const taken = files.filter(({ dataset }) => wanted.has(dataset));
      await mkdir(tempDir, { recursive: true });
      return answering(async () => {
        const instance = await DuckDBInstance.create(":memory:", {
          threads: "1",
          memory_limit: `${memoryMb}MB`,
          temp_directory: tempDir,
          autoinstall_known_extensions: "false",
          autoload_known_extensions: "false",
          preserve_insertion_order: "false",
        });
        const connection = await instance.connect();
        try {
          await sandbox(connection, taken);
          for (const dataset of wanted) await connection.run(viewOf(dataset, taken));
          const answers: Answer[] = [];
          for (const query of queries) answers.push(await answer(connection, query));
          return answers;
        } finally {
          connection.closeSync();
          instance.closeSync();
        }
      });
    },
  };
}

/** The order matters: paths can only be named while outside access is on, and the lock comes last. */
async function sandbox(connection: DuckDBConnection, files: readonly DataFile[]): Promise<void> {
  await connection.run(`SET allowed_paths = [${files.map(({ local }) => quoted(local)).join(", ")}]`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
}

function viewOf(dataset: DatasetName, files: readonly DataFile[]): string {
  const paths = files.filter((file) => file.dataset === dataset).map(({ local }) => quoted(local));
  const columns = Object.entries(datasets[dataset].columns).map(([name, { kind }]) => ({
    name,
    type: kind === "integer" ? "BIGINT" : "VARCHAR",
  }));
  const select =
    paths.length > 0
      ? `SELECT ${columns.map(({ name }) => name).join(", ")} FROM read_parquet([${paths.join(", ")}])`
      : `SELECT ${columns.map(({ name, type }) => `CAST(NULL AS ${type}) AS ${name}`).join(", ")} WHERE 1 = 0`;
  return `CREATE TEMP VIEW ${table(dataset)} AS ${select}`;
}

async function answer(connection: DuckDBConnection, { sql, parameters }: Query): Promise<Answer> {
  const types = Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, typeof value === "number" ? BIGINT : VARCHAR]),
  );
  const values = Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, typeof value === "number" ? BigInt(value) : value]),
  );
  const read = await connection.runAndReadAll(sql, values, types);
  const names = read.deduplicatedColumnNames();
  return read.getRowsJS().map((row) => Object.fromEntries(names.map((name, at) => [name, plain(name, row[at])])));
}

/** A value as the product holds it. Only whole numbers, text and nothing come out of portable queries. */
function plain(column: string, value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  if (typeof value === "bigint" && Number.isSafeInteger(Number(value))) return Number(value);
  throw new LineOfSightError("invalid", "A number in this figure is too large to be counted exactly.", {
    facts: { column },
  });
}

async function answering<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof LineOfSightError) throw cause;
    throw new LineOfSightError("unavailable", "The figures could not be worked out just now. Try again in a minute.", {
      cause,
    });
  }
}

const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`;
