import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { table } from "#domain/figures/query.ts";
import { erasuresToDo } from "#domain/governance/erasure.ts";
import { type Import, imports } from "#domain/registers/imports.ts";
import { outcomes } from "#domain/registers/outcomes.ts";
import { type PersonalDataRow, personalData } from "#domain/registers/personal-data.ts";
import type { Outside } from "../outside.ts";
import type { DataFile } from "../records/engine.ts";
import { redactPerson } from "../records/redact-person.ts";
import { eraseOriginal } from "./erase-due.ts";

const LEASE_MINUTES = 60;

type File = NonNullable<Import["files"]>[number];

/** Carries out every erasure of a person that was agreed to. Every step is once only, so that one that was cut off goes on. */
export async function eraseAgreed(outside: Outside): Promise<void> {
  const todo = erasuresToDo(outside.store.all(personalData));
  if (todo.length === 0 || !(await outside.claims.take("erase-agreed", LEASE_MINUTES))) return;
  for (const ask of todo) await erasePerson(outside, ask);
}

/**
 * Originals go first: what they were is told by the rows, which are redacted after them. Then the files that were replaced,
 * once no import names them any more. The certificate comes last: until it is there the erasure is not done.
 */
async function erasePerson(outside: Outside, ask: PersonalDataRow): Promise<void> {
  const { store, clock, keys, sharePoint } = outside;
  const reason = "Erasure of a person";
  const sources = await sourcesOf(outside, ask.subject);
  for (const row of store.all(imports))
    if (sources.has(row.fileHash) && row.sourcePath && row.originalErasedAt === undefined)
      await eraseOriginal(outside, row, { reason, ask: ask.key });
  const instead = keys.seal(`erased/${ask.key}`).slice(0, 16);
  for (const { key } of store.all(imports)) await redactImport(outside, key, { ask, instead });
  for (const { key, etag, pseudonym } of store.all(outcomes))
    if (pseudonym === ask.subject)
      await store.change(outcomes, key, etag, { pseudonym: instead }, { by: "system", did: "outcome.erase-person" });
  const current = new Set(store.all(imports).flatMap(({ files = [] }) => files.map(currentPath)));
  const replaced = store.all(imports).flatMap((row) => (isRedactedFor(row, ask) ? replacedIn(row) : []));
  for (const { path } of replaced) if (!current.has(path)) await sharePoint.eraseFile("Data", path);
  await store.add(
    personalData,
    `${ask.key}.erased`,
    {
      ...{ kind: "erasure", about: "person", subject: instead, reason: ask.reason },
      ...{ at: clock(), ask: ask.key, done: replaced },
    },
    { by: "system", did: "person.certify-erasure" },
  );
}

const DID = "import.erase-person";

const currentPath = ({ path, replacedBy }: File): string => replacedBy ?? path;

const isRedactedFor = ({ history }: Import, ask: PersonalDataRow): boolean =>
  history.some(({ did, reason }) => did === DID && reason === ask.key);

const replacedIn = ({ files = [] }: Import) =>
  files.flatMap(({ path, hash, replacedBy }) =>
    replacedBy === undefined ? [] : [{ what: "replaced" as const, path, hash, by: replacedBy }],
  );

/** Hashes of the exports that the person's rows came in, also of imports that later ones replaced. */
async function sourcesOf({ store, files, engine }: Outside, person: string): Promise<ReadonlySet<string>> {
  const filed = store.all(imports).flatMap((row) => row.files ?? []);
  const local: DataFile[] = [];
  for (const file of new Map(filed.map((each) => [currentPath(each), each])).values())
    local.push({ ...file, local: await files.local("Data", currentPath(file)) });
  const names = [...new Set(local.map(({ dataset }) => dataset))];
  const answers = await engine.query(
    local,
    names.map((name) => ({
      sql: `SELECT DISTINCT source_file FROM ${table(name)} WHERE person = $person`,
      parameters: { person },
      datasets: [name],
    })),
  );
  return new Set(answers.flat().map(({ source_file }) => String(source_file)));
}

interface Erasing {
  readonly ask: PersonalDataRow;
  readonly instead: string;
}

/** Replaces the files of one import that hold the person. Their old hashes stay in its row, with what replaced them. */
async function redactImport(outside: Outside, key: string, erasing: Erasing): Promise<void> {
  const { store } = outside;
  const row = store.one(imports, key);
  if (!row?.files) return;
  const files: File[] = [];
  for (const file of row.files) files.push((await redactFile(outside, file, erasing)) ?? file);
  if (files.every((file, at) => file === row.files?.[at])) return;
  await store.change(imports, key, row.etag, { files }, { by: "system", did: DID, reason: erasing.ask.key });
}

async function redactFile(outside: Outside, file: File, { ask, instead }: Erasing): Promise<File | undefined> {
  const { files, workDir } = outside;
  await mkdir(workDir, { recursive: true });
  const scratch = await mkdtemp(join(workDir, "erase-"));
  try {
    const redacted = await redactPerson({
      local: await files.local("Data", currentPath(file)),
      dataset: file.dataset,
      ...{ pseudonym: ask.subject, instead, workDir: scratch },
    });
    if (!redacted) return undefined;
    const path = `${file.dataset}/${file.month}/${redacted.hash}.parquet`;
    await files.put("Data", path, { local: redacted.local });
    return { ...file, replacedBy: path, replacedHash: redacted.hash };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
