import { rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type DatasetName, datasets } from "#domain/figures/dataset.ts";
import { fileHash } from "../packs/file-hash.ts";
import { literal, openDuckDb } from "./duckdb-session.ts";

export interface Redaction {
  readonly local: string;
  readonly dataset: DatasetName;
  readonly pseudonym: string;
  /** What stands for the person from now on: the same in every file, so that figures stay as they are. */
  readonly instead: string;
  readonly workDir: string;
}

/** A file as it is without the person. */
export interface Redacted {
  readonly local: string;
  readonly hash: string;
}

/**
 * Writes a `Data` file again with nothing that leads to the person: their pseudonym, their records' numbers and what is
 * worked out from them are others now. Rows, order and everything counted stay. Undefined when none of it is the person's.
 */
export async function redactPerson({
  local,
  dataset,
  pseudonym,
  instead,
  workDir,
}: Redaction): Promise<Redacted | undefined> {
  const out = join(workDir, `${instead}-${dataset}.parquet`);
  const source = `read_parquet(${literal(resolve(local))})`;
  const theirs = `person = ${literal(pseudonym)}`;
  const db = await openDuckDb([dirname(resolve(local)), resolve(workDir)], join(workDir, "spill"));
  try {
    const [found] = await db.rows(`SELECT count(*) AS n FROM ${source} WHERE ${theirs}`);
    if (Number(found?.n ?? 0) === 0) return undefined;
    const other: Readonly<Record<string, string>> = {
      person: literal(instead),
      record: `'erased-' || left(sha256(${literal(instead)} || record), 12)`,
      content_hash: `left(sha256(${literal(instead)} || content_hash), 16)`,
    };
    const columns = Object.keys(datasets[dataset].columns).map((name) =>
      other[name] === undefined ? name : `CASE WHEN ${theirs} THEN ${other[name]} ELSE ${name} END AS ${name}`,
    );
    await db.run(
      `COPY (SELECT ${columns.join(", ")} FROM ${source}) TO ${literal(out)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    const { hash } = await fileHash(out);
    return { local: out, hash };
  } catch (error) {
    await rm(out, { force: true });
    throw error;
  } finally {
    db.close();
  }
}
