import { createHash } from "node:crypto";
import { createReadStream, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { z } from "zod";
import type { receivedImport } from "#api/operations/import-answer.ts";
import { contracts } from "#domain/registers/contracts.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { imports } from "#domain/registers/imports.ts";
import { answerAsked } from "./define.ts";
import { throughGate } from "./gate.ts";
import type { Run, Step } from "./run.ts";

/** Every export in the folder comes in, what could not be read is owned up to, and the figures are worked out. */
export const collect = (inDir: string): readonly Step[] => [
  ...exportsIn(inDir).map((file): Step => ({ name: `import ${basename(file)}`, run: (run) => importFile(run, file) })),
  { name: "accept rows that could not be read", run: acceptRejects },
  { name: "work out the figures", run: (run) => computeFigures(run) },
  { name: "managers look at the period’s data", run: (run) => answerAsked(run, "period-data") },
  { name: "data cut-off", run: cutOff },
  throughGate("collect", "contracts-manager"),
];

/** The exports of a folder, in the order of their names. */
export const exportsIn = (dir: string): readonly string[] =>
  readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(csv|xlsx|txt|tsv)$/i.test(entry.name))
    .map(({ name }) => join(dir, name))
    .toSorted();

/** Brings one file in as the ECM administrator; a file that is in already stays as it is. */
export async function importFile(run: Run, path: string): Promise<void> {
  const hash = await hashOf(path);
  if (run.rows(imports).some(({ fileHash, status }) => fileHash === hash && status === "accepted")) return;
  const administrator = run.who("ecm-administrator");
  const { key, preview } = await run.do<z.infer<typeof receivedImport>>(
    administrator,
    "receive-import",
    { fileName: basename(path) },
    createReadStream(path),
  );
  const { job } = await run.do<{ job: string }>(administrator, "load-import", { key, choice: preview.choice });
  await run.done(job);
  const { scanned = 0, loaded = 0, rejected = 0, skipped = 0 } = run.row(imports, key);
  run.say(`${basename(path)}: ${scanned} rows = ${loaded} loaded + ${rejected} rejected + ${skipped} skipped.`);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest("hex");
}

async function acceptRejects(run: Run): Promise<void> {
  // A file may speak of services that one contracts manager does not look after.
  const lead = run.who("quality-lead");
  for (const row of run.rows(imports)) {
    if (row.status !== "accepted" || !row.rejected || row.rejectsAccepted) continue;
    const reason = "Typing errors in the export; none of them is a visit or event of the period under another name.";
    await run.do(lead, "accept-rejects", { key: row.key, etag: row.etag, reason });
    run.say(`${lead.name} accepted ${row.rejected} rejected rows of ${row.fileName}.`);
  }
}

/** Works the figures out from the data as it stands, unless they stand as they were at the cut-off. */
export async function computeFigures(run: Run): Promise<void> {
  if (run.row(cycles, run.cycle).cutOffAt) return;
  const manager = run.who("contracts-manager", { contract: run.contract });
  const { computed, blocked, snapshot } = await run.do<{ computed: number; blocked: number; snapshot: string }>(
    manager,
    "compute-figures",
    { cycle: run.cycle },
  );
  run.say(`${computed} figures worked out, ${blocked} blocked, from the data ${snapshot}.`);
}

export async function cutOff(run: Run): Promise<void> {
  const { etag, cutOffAt } = run.row(cycles, run.cycle);
  if (cutOffAt) return;
  const manager = run.who("contracts-manager", { contract: run.contract });
  await run.do(manager, "cut-off-data", { key: run.cycle, etag });
  run.say(`${manager.name} set the data cut-off for ${run.row(contracts, run.contract).commissioner}.`);
}
