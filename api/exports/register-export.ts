import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Register, Row } from "#domain/register/register.ts";
import { auditTrail } from "#domain/registers/audit-trail.ts";
import { cardActions } from "#domain/registers/card-actions.ts";
import { changeFeed } from "#domain/registers/change-feed.ts";
import { everyList } from "#domain/registers/index.ts";
import { settings } from "#domain/registers/settings.ts";
import type { Outside } from "../outside.ts";
import { canonicalText } from "../packs/canonical-text.ts";
import { fileHash } from "../packs/file-hash.ts";
import { MANIFEST, signedManifest } from "./signed-manifest.ts";
import { writeEvents } from "./write-events.ts";

/** What passes, or works for one process only: nothing of it is worth having back. */
const passing = new Set([changeFeed.slug, cardActions.slug]);

/** Lists whose rows are exported, and put back, as rows. */
export const exportedLists: readonly Register[] = everyList.filter(
  ({ slug }) => slug !== auditTrail.slug && !passing.has(slug),
);

/** The file of a register in an export. */
export const exportFile = ({ slug }: Pick<Register, "slug">): string => `${slug}.jsonl`;

/**
 * Writes every register as JSON Lines to a folder: one row a line, canonical, with its history, in order of key; the audit
 * trail as its events; and a signed manifest over all of it.
 */
export async function writeRegisterExport(outside: Outside, dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  const files: { path: string; lines: number }[] = [];
  for (const register of exportedLists) {
    const rows = outside.store.all(register).toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const path = exportFile(register);
    await pipeline(Readable.from(linesOf(rows)), createWriteStream(join(dir, path)));
    files.push({ path, lines: rows.length });
  }
  const trail = exportFile(auditTrail);
  files.push({ path: trail, lines: await writeEvents(outside, join(dir, trail)) });
  const organisation = outside.store.all(settings)[0]?.organisation ?? "";
  const facts = { kind: "register-export", at: outside.clock(), organisation } as const;
  await writeFile(join(dir, MANIFEST), await signedManifest(dir, files, facts, outside.keys));
}

function* linesOf(rows: readonly Row[]): Generator<string> {
  for (const row of rows) yield `${canonicalText(row)}\n`;
}

/** Where the export of a night or a moment is filed in the library `Governance file`. */
export const exportFolder = (name: string): string => `exports/${name}`;

/**
 * Writes an export and files it; the manifest comes last, so that a folder that has one is whole. A run that was cut off
 * leaves files under names of their own content, and the next files its own beside them.
 */
export async function fileRegisterExport(outside: Outside, name: string): Promise<string> {
  await mkdir(outside.workDir, { recursive: true });
  const dir = await mkdtemp(join(outside.workDir, "register-export-"));
  try {
    await writeRegisterExport(outside, dir);
    const part = `${exportFolder(name)}/${(await fileHash(join(dir, MANIFEST))).hash.slice(0, 12)}`;
    for (const list of [...exportedLists, auditTrail])
      await outside.files.put("Governance file", `${part}/${exportFile(list)}`, { local: join(dir, exportFile(list)) });
    await outside.files.put("Governance file", `${part}/${MANIFEST}`, await readFile(join(dir, MANIFEST)));
    return part;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
