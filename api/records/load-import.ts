import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Instant, londonDay } from "#domain/day.ts";
import { LineOfSightError } from "#domain/errors.ts";
import { type DatasetName, datasets } from "#domain/figures/dataset.ts";
import type { ImportChoice, ImportCounts, LoadedFile, LoadedImport } from "#domain/imports/import-report.ts";
import { londonSummers } from "#domain/imports/london-summers.ts";
import type { Period } from "#domain/period.ts";
import { isRefusal, type Refusal } from "#domain/refusal.ts";
import { choiceRefusal } from "./choice-refusal.ts";
import { countImport } from "./count-import.ts";
import { type DuckDbSession, literal, openDuckDb } from "./duckdb-session.ts";
import { importMacros } from "./import-macros.ts";
import { scanFile } from "./scan-file.ts";
import { settleTwins } from "./settle-twins.ts";
import { openSource, readEveryRow, type SourceFile, type SourceTable } from "./source-table.ts";
import { stageSql, turnedAwaySql } from "./stage-sql.ts";
import { writeRejects } from "./write-rejects.ts";

export interface LoadRequest extends Omit<SourceFile, "renamed"> {
  /** Code as the source product writes it → key of the service. A key is always its own code. */
  readonly services: Readonly<Record<string, string>>;
  readonly now: Instant;
  /** As the preview gave it, with what was asked answered. */
  readonly choice: ImportChoice;
  /** Folder the files are written under, as `<dataset>/<month>/<hash>.parquet`. */
  readonly outDir: string;
  /** 64 hex characters. */
  readonly pseudonymKey: string;
  /** The period that was asked for; rows outside it are loaded and counted. */
  readonly periodAsked?: Period;
  /** Told what is being done, in plain words. */
  readonly onProgress?: (doing: string) => void;
}

/**
 * Loads one file as immutable Parquet, one file a month (or one in all, as the dataset says). Bad input is refused or
 * rejected row by row; `scanned = loaded + rejected + skipped` or it throws. Only the disk and the engine can fail.
 */
export async function loadImport(request: LoadRequest): Promise<LoadedImport | Refusal> {
  await mkdir(request.outDir, { recursive: true });
  const workDir = await mkdtemp(join(resolve(request.outDir), ".import-"));
  try {
    request.onProgress?.("Checking the file");
    const source = await openSource({ ...request, renamed: request.choice.renamed }, workDir);
    if (isRefusal(source)) return source;
    const wrong = choiceRefusal(source, request.choice);
    if (wrong) return wrong;
    return await load(request, source, workDir);
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

async function load(request: LoadRequest, source: SourceTable, workDir: string): Promise<LoadedImport | Refusal> {
  const db = await openDuckDb([resolve(source.csv, ".."), workDir], join(workDir, "spill"), {
    pseudonym_key: request.pseudonymKey,
  });
  try {
    request.onProgress?.("Reading every row");
    const staged = await stage(db, request, source, workDir);
    if (isRefusal(staged)) return staged;
    request.onProgress?.("Looking for the same record twice");
    await settleTwins(db, source.recognised.profile);
    const counts = await countImport(db, staged.scanned, request.periodAsked);
    request.onProgress?.("Writing the files");
    const files = await writeFiles(db, source.recognised.profile.dataset, request.outDir, workDir);
    assertNothingLost(counts, files);
    const rejects = counts.rejected > 0 ? await writeRejects(db, source, request.outDir, workDir) : undefined;
    return {
      ...counts,
      sourceHash: source.hash,
      profile: source.recognised.profile.name,
      missing: source.recognised.missing,
      files,
      ...(rejects ? { rejects } : {}),
    };
  } finally {
    db.close();
  }
}

/** Reads the whole table into one file of the work folder: rows with what became of each. Makes the views `staged` and
 * `turned_away`. */
async function stage(
  db: DuckDbSession,
  { now, choice, services }: Pick<LoadRequest, "now" | "choice" | "services">,
  source: SourceTable,
  workDir: string,
): Promise<{ readonly scanned: number } | Refusal> {
  const today = londonDay(now);
  const year = Number(today.slice(0, 4));
  for (const macro of importMacros(londonSummers(2000, year + 5))) await db.run(macro);
  const staging = literal(join(workDir, "staged.parquet"));
  const own = [...new Set(Object.values(services))].map((key): [string, string] => [key, key]);
  const input = {
    recognised: source.recognised,
    width: source.found.header.length,
    days: choice.days,
    services: Object.fromEntries(
      [...own, ...Object.entries(services)].map(([code, key]) => [code.trim().toUpperCase(), key]),
    ),
    today,
    tomorrow: endOfDay(today),
    sourceHash: source.hash,
  };
  let relation = emptyRelation(input.width);
  const stageRows = () =>
    db.run(`COPY (${stageSql(relation, input)}) TO ${staging} (FORMAT parquet, COMPRESSION snappy)`);
  const every = await readEveryRow(db, source, workDir, async (rows) => {
    relation = rows;
    await stageRows();
    const [met] = await db.rows(`SELECT count(*) AS n FROM ${staging}`);
    return Number(met?.n);
  });
  if (isRefusal(every)) return every;
  if (every.scanned === 0) await stageRows();
  await db.run(`CREATE TEMP VIEW staged AS SELECT * FROM ${staging}`);
  const [wrong] = await db.rows("SELECT count(*) AS n FROM staged WHERE wrong IS NOT NULL");
  const rows = wrong?.n === 0 ? emptyRelation(input.width) : relation;
  const aside = literal(join(workDir, "turned-away.parquet"));
  await db.run(`COPY (${turnedAwaySql(rows, "staged", input)}) TO ${aside} (FORMAT parquet)`);
  await db.run(`CREATE TEMP VIEW turned_away AS SELECT * FROM ${aside}`);
  return every;
}

const emptyRelation = (width: number): string =>
  `(SELECT 0::BIGINT AS src_row, NULL::VARCHAR AS shape${Array.from({ length: width }, (_, place) => `, NULL::VARCHAR AS c${place}`).join("")} LIMIT 0)`;

/** First minute after a London day, in minutes since 1970 UTC. */
function endOfDay(day: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`) / 60_000 + 1440;
  const summer = londonSummers(Number(day.slice(0, 4)), Number(day.slice(0, 4)))[0];
  return summer && midnight > summer.from && midnight <= summer.to + 60 ? midnight - 60 : midnight;
}

/** The person's next planned visit that day that still stands, where that comes before the latest time. */
const deadline = `least(deadline, coalesce(min(CASE WHEN cancelled_by IS NULL THEN planned_start END) OVER (
    PARTITION BY person, day ORDER BY planned_start RANGE BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING), deadline))`;

async function writeFiles(
  db: DuckDbSession,
  dataset: DatasetName,
  outDir: string,
  workDir: string,
): Promise<readonly LoadedFile[]> {
  const { columns, split } = datasets[dataset];
  const select = Object.keys(columns).map((column) => (column === "deadline" ? `${deadline} AS deadline` : column));
  const months =
    split === "whole"
      ? [undefined]
      : (await db.rows("SELECT DISTINCT month_key FROM kept ORDER BY month_key")).map(({ month_key }) =>
          Number(month_key),
        );
  const files: LoadedFile[] = [];
  for (const month of months) {
    const only = month === undefined ? "" : ` WHERE month_key = ${month}`;
    const draft = join(workDir, "part.parquet");
    await db.run(
      `COPY (SELECT ${select.join(", ")} FROM kept${only}) TO ${literal(draft)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    const [counted] = await db.rows(`SELECT count(*) AS n FROM read_parquet(${literal(draft)})`);
    const { hash } = await scanFile(draft);
    const name = month === undefined ? "all" : `${String(month).slice(0, 4)}-${String(month).slice(4)}`;
    const folder = join(outDir, dataset, name);
    await mkdir(folder, { recursive: true });
    const local = join(folder, `${hash}.parquet`);
    await rename(draft, local);
    files.push({ dataset, month: name, local, hash, rows: Number(counted?.n) });
  }
  return files;
}

function assertNothingLost({ scanned, loaded, rejected, skipped }: ImportCounts, files: readonly LoadedFile[]) {
  const written = files.reduce((sum, { rows }) => sum + rows, 0);
  if (scanned !== loaded + rejected + skipped || written !== loaded)
    throw new LineOfSightError("unavailable", "The import was stopped: its rows do not add up, so nothing was kept.", {
      facts: { scanned, loaded, rejected, skipped, written },
    });
}
