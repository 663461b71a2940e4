import { DuckDBInstance } from "@duckdb/node-api";
import { type DatasetName, datasets } from "#domain/figures/dataset.ts";
import { table } from "#domain/figures/query.ts";
import type { DataFile } from "./engine.ts";

type Connection = Awaited<ReturnType<DuckDBInstance["connect"]>>;

interface Opened {
  readonly files: string;
  readonly instance: Promise<DuckDBInstance>;
  /** Calls at it, and whether it is still the one to come back to. */
  calls: number;
  kept: boolean;
}

export interface DuckDbSettings {
  readonly tempDir: string;
  readonly memoryMb: number;
  /** How long an instance waits for the next call about the same files. */
  readonly keptMs: number;
}

/** Runs work over files in DuckDB, which can open those and nothing else. */
export type OverFiles = <T>(
  files: readonly DataFile[],
  wanted: ReadonlySet<DatasetName>,
  work: (on: Connection) => Promise<T>,
) => Promise<T>;

/**
 * A draw or a pack asks dozens of questions about the same files, and opening DuckDB takes longer than many an answer:
 * so the latest instance is kept for a moment. Every call has its own connection, so that calls may run side by side.
 */
export function duckDbOverFiles(settings: DuckDbSettings): OverFiles {
  let latest: Opened | undefined;
  let forgetting: NodeJS.Timeout | undefined;

  const forget = () => {
    if (!latest) return;
    latest.kept = false;
    closeIfDone(latest);
    latest = undefined;
  };
  const take = (files: readonly DataFile[]): Opened => {
    const named = files.map(({ local }) => local).join("\n");
    if (latest?.files === named) return latest;
    forget();
    latest = { files: named, instance: openOver(files, settings), calls: 0, kept: true };
    return latest;
  };

  return async (files, wanted, work) => {
    clearTimeout(forgetting);
    const opened = take(files);
    opened.calls += 1;
    try {
      const connection = await (await opened.instance).connect();
      try {
        for (const dataset of wanted) await connection.run(viewOf(dataset, files));
        return await work(connection);
      } finally {
        connection.closeSync();
      }
    } catch (error) {
      // What went wrong may be the instance's own: the next call gets a new one.
      if (latest === opened) forget();
      throw error;
    } finally {
      opened.calls -= 1;
      closeIfDone(opened);
      if (latest === opened) {
        clearTimeout(forgetting);
        forgetting = setTimeout(forget, settings.keptMs).unref();
      }
    }
  };
}

function closeIfDone({ calls, kept, instance }: Opened): void {
  if (kept || calls > 0) return;
  void instance.then(
    (open) => open.closeSync(),
    () => undefined,
  );
}

/** The order matters: paths can only be named while outside access is on, and the lock comes last. */
async function openOver(files: readonly DataFile[], { tempDir, memoryMb }: DuckDbSettings): Promise<DuckDBInstance> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "1",
    memory_limit: `${memoryMb}MB`,
    temp_directory: tempDir,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    preserve_insertion_order: "false",
  });
  const connection = await instance.connect();
  await connection.run(`SET allowed_paths = [${files.map(({ local }) => quoted(local)).join(", ")}]`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
  connection.closeSync();
  return instance;
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

const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`;
