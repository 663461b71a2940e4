import { contracts } from "#domain/registers/contracts.ts";
import { type Pack, packs } from "#domain/registers/packs.ts";
import { signOffs } from "#domain/registers/sign-offs.ts";
import { decisionOf } from "#domain/signoff/state.ts";
import { throughGate } from "./gate.ts";
import type { Run, Step } from "./run.ts";

/** The pack is drafted, signed by everybody it needs, built, filed, sent, and learnt from. */
export const approve: readonly Step[] = [
  { name: "draft the pack", run: draft },
  { name: "ask for sign-off", run: askForSignOff },
  { name: "the quality lead signs", run: (run) => sign(run, "quality-lead") },
  { name: "a senior leader signs", run: (run) => sign(run, "senior-leader") },
  throughGate("approve", "contracts-manager"),
  { name: "build and file the pack", run: compile },
  throughGate("compile", "contracts-manager"),
  { name: "send the pack", run: submit },
  throughGate("submit", "contracts-manager"),
];

/** The latest version that was not replaced. */
export function currentPack(run: Run): Pack | undefined {
  return run
    .rows(packs)
    .filter((pack) => pack.cycle === run.cycle && pack.status !== "superseded")
    .toSorted((a, b) => b.packVersion - a.packVersion)[0];
}

function thePack(run: Run): Pack {
  const pack = currentPack(run);
  if (!pack) throw new Error("There is no draft pack.");
  return pack;
}

async function draft(run: Run): Promise<void> {
  if (currentPack(run)) return;
  const manager = run.who("contracts-manager", { contract: run.contract });
  const { pack, contentHash } = await run.do<{ pack: string; contentHash: string }>(manager, "draft-pack", {
    cycle: run.cycle,
  });
  run.say(`${manager.name} drafted ${pack}, content ${contentHash.slice(0, 12)}.`);
}

async function askForSignOff(run: Run): Promise<void> {
  const pack = thePack(run);
  if (pack.status !== "draft") return;
  const manager = run.who("contracts-manager", { contract: run.contract });
  const { asks } = await run.do<{ asks: { person: string; role: string }[] }>(manager, "ask-sign-offs", {
    key: pack.key,
  });
  for (const { person, role } of asks) run.say(`${run.person(person).name} is asked to sign as ${role}.`);
}

async function sign(run: Run, role: string): Promise<void> {
  const pack = thePack(run);
  const about = run.rows(signOffs).filter(({ subject }) => subject === pack.key);
  const ask = about.find((row) => row.kind === "ask" && row.role === role);
  if (!ask) throw new Error(`Nobody was asked to sign as ${role}.`);
  if (decisionOf(ask, about)) return;
  const person = run.person(ask.person);
  await run.do(person, "decide-sign-off", {
    key: ask.key,
    decision: "approve",
    contentHash: pack.contentHash,
    via: "tab",
  });
  run.say(`${person.name} approved as ${role}.`);
}

async function compile(run: Run): Promise<void> {
  const pack = thePack(run);
  if (pack.status !== "draft") return;
  const manager = run.who("contracts-manager", { contract: run.contract });
  const { job } = await run.do<{ job: string }>(manager, "compile-pack", { key: pack.key });
  await run.done(job);
  run.say(`${pack.key} is built: manifest ${thePack(run).manifestHash?.slice(0, 12)}.`);
}

async function submit(run: Run): Promise<void> {
  const pack = thePack(run);
  if (pack.status === "submitted") return;
  const manager = run.who("contracts-manager", { contract: run.contract });
  const { submissionRoute = "secure-email", commissioner } = run.row(contracts, run.contract);
  await run.do(manager, "submit-pack", {
    key: pack.key,
    etag: pack.etag,
    submittedTo: `Contract monitoring, ${commissioner}`,
    route: submissionRoute,
    receipt: "Read receipt received",
  });
  run.say(`${manager.name} sent it to ${commissioner}.`);
}
