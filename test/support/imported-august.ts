import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cycles } from "#domain/registers/cycles.ts";
import { demoAsOf } from "../../infra/demo/as-of.ts";
import { writeExports } from "../../infra/demo/exports/write-exports.ts";
import { demoId } from "../../infra/demo/people.ts";
import type { Demo } from "./demo.ts";

export const cycle = "westshire-2026-q3";
/** The demo people by what they do here. */
export const people = {
  seniorLeader: demoId(1),
  secondSeniorLeader: demoId(2),
  contractsManager: demoId(4),
  qualityLead: demoId(6),
  ashdownManager: demoId(9),
  birchwoodManager: demoId(10),
  coppiceManager: demoId(11),
  auditor: demoId(15),
  secondAuditor: demoId(16),
  administrator: demoId(17),
  externalReviewer: demoId(23),
} as const;

const wanted = [
  "packages.csv",
  "planned-visits-2026-08.csv",
  "access-adult-visits-2026-08.csv",
  "complaints.csv",
  "incidents.csv",
  "safeguarding.csv",
  "feedback.csv",
  "reviews.csv",
];

/** The demo provider's exports on the disk; `close` removes them. */
export interface Exports {
  readonly dir: string;
  readonly close: () => void;
}

export function demoExports(): Exports {
  const dir = mkdtempSync(join(tmpdir(), "line-of-sight-exports-"));
  writeExports({ out: dir, seed: 1, scale: 1, asOf: demoAsOf });
  return { dir, close: () => rmSync(dir, { recursive: true, force: true }) };
}

/** Uploads and loads one export as the systems administrator does; answers the import's key. */
export async function importFile(demo: Demo, dir: string, name: string): Promise<string> {
  const fileName = name.split("/").at(-1) ?? name;
  const received = await demo.as(people.administrator, `/imports?fileName=${fileName}`, {
    method: "POST",
    raw: readFileSync(join(dir, name)),
  });
  const { key, preview } = await answered(received, name);
  const loading = await demo.as(people.administrator, `/imports/${key}/load`, { body: { choice: preview.choice } });
  const { job } = await answered(loading, name);
  for (;;) {
    const { state, error } = await (await demo.as(people.administrator, `/jobs/${job}`)).json();
    if (state === "done") return key;
    if (state === "failed") throw new Error(`${name}: ${error}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Imports August, works the figures out and sets the data cut-off of Westshire's cycle. */
export async function augustCutOff(demo: Demo, dir: string): Promise<void> {
  for (const name of wanted) await importFile(demo, dir, name);
  await standAt(demo, "collect");
  await cutOffNow(demo);
  await standAt(demo, "validate");
}

/** Works the figures out from the data as it stands, and sets the cut-off. */
export async function cutOffNow(demo: Demo): Promise<void> {
  await answered(await demo.as(people.contractsManager, `/cycles/${cycle}/figures`, { method: "POST", body: {} }));
  const etag = demo.outside.store.one(cycles, cycle)?.etag;
  await answered(await demo.as(people.contractsManager, `/cycles/${cycle}/cut-off`, { body: { etag } }));
}

/** Puts the cycle at a stage without its gate, which other tests go through. */
export async function standAt(demo: Demo, stage: "collect" | "validate" | "explain"): Promise<void> {
  const row = demo.outside.store.one(cycles, cycle);
  if (!row) throw new Error("The demo has no cycle.");
  await demo.outside.store.change(cycles, cycle, row.etag, { stage }, { by: "system", did: "cycle.move" });
}

/** The body of an answer that had to be given. */
export async function answered(answer: Response, about = answer.url) {
  const body = await answer.json();
  if (!answer.ok || body.refused) throw new Error(`${about}: ${answer.status} ${JSON.stringify(body)}`);
  return body;
}
