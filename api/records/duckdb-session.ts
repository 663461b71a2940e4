import { DuckDBInstance } from "@duckdb/node-api";
import { importMemory } from "./import-limits.ts";

/** A DuckDB of one import: it can touch the named folders and nothing else, and cannot be told otherwise. */
export interface DuckDbSession {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<readonly Readonly<Record<string, string | number | null>>[]>;
  close(): void;
}

/** Text as an SQL literal. */
export const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** One thread: as fast as two here, and the same bytes every time. `variables` are read with `getvariable`, never logged. */
export async function openDuckDb(
  folders: readonly string[],
  temporary: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<DuckDbSession> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "1",
    memory_limit: importMemory,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    temp_directory: temporary,
  });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  for (const [name, value] of Object.entries(variables))
    await connection.run(`SET VARIABLE ${name} = ${literal(value)}`);
  // As options at creation these three fail; in this order they hold.
  await connection.run(`SET allowed_directories = [${folders.map(literal).join(", ")}]`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
  return {
    async run(sql) {
      await connection.run(sql);
    },
    async rows(sql) {
      const reader = await connection.runAndReadAll(sql);
      return reader
        .getRowObjects()
        .map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, value]) => [
              name,
              value === null
                ? null
                : typeof value === "bigint" || typeof value === "number"
                  ? Number(value)
                  : String(value),
            ]),
          ),
        );
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
