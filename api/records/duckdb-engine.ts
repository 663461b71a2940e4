import { mkdir } from "node:fs/promises";
import { BIGINT, type DuckDBConnection, VARCHAR, version } from "@duckdb/node-api";
import { LineOfSightError } from "#domain/errors.ts";
import type { Query } from "#domain/figures/query.ts";
import { duckDbOverFiles } from "./duckdb-over-files.ts";
import type { Answer, Engine } from "./engine.ts";

const KEPT_MS = 2_000;

/**
 * DuckDB over local Parquet, which can open the files of a call and nothing else.
 * @param tempDir where it may spill; made when it is not there
 * @param memoryMb a soft limit: the process takes some 250 MB more while it answers over two million visits
 */
export function duckDbEngine({ tempDir, memoryMb = 192 }: { tempDir: string; memoryMb?: number }): Engine {
  const overFiles = duckDbOverFiles({ tempDir, memoryMb, keptMs: KEPT_MS });
  return {
    name: `DuckDB ${version()}`,
    async query(files, queries) {
      const wanted = new Set(queries.flatMap((query) => query.datasets));
      await mkdir(tempDir, { recursive: true });
      return answering(() =>
        overFiles(files, wanted, async (connection) => {
          const answers: Answer[] = [];
          for (const query of queries) answers.push(await answer(connection, query));
          return answers;
        }),
      );
    },
  };
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
