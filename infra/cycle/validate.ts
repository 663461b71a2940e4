import { existsSync } from "node:fs";
import { join } from "node:path";
import { accuracyOf } from "#domain/assurance/accuracy.ts";
import { assurancePlans } from "#domain/registers/assurance-plans.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { imports } from "#domain/registers/imports.ts";
import { validationLog } from "#domain/registers/validation-log.ts";
import { computeFigures, cutOff, exportsIn, importFile } from "./collect.ts";
import { throughGate } from "./gate.ts";
import { entriesOf, type PaperEntry, saysOnPaper } from "./paper-sources.ts";
import type { Run, Step } from "./run.ts";

/** Records are checked both ways; what differs is explained, corrected by a new export, and looked at again. */
export const validate = (inDir: string): readonly Step[] => [
  { name: "plan the checks", run: plan },
  { name: "draw what is checked", run: (run) => draw(run, inDir) },
  { name: "check the records drawn", run: checkDrawn },
  { name: "lay the paper sources beside the data", run: (run) => checkPaper(run, inDir) },
  { name: "managers give causes", run: giveCauses },
  { name: "contracts manager decides what is done", run: treat },
  { name: "corrections are recorded", run: correct },
  { name: "the corrected export comes in", run: (run) => reimport(run, inDir) },
  { name: "the data cut-off is opened for it", run: reopen },
  { name: "work out the figures again", run: (run) => computeFigures(run) },
  { name: "data cut-off again", run: cutOff },
  { name: "the auditor looks again", run: recheck },
  { name: "discrepancies are closed", run: close },
  { name: "widen checks that found too little agreement", run: widen },
  { name: "draw what the wider checks cover", run: (run) => draw(run, inDir) },
  { name: "check it", run: checkDrawn },
  throughGate("validate", "quality-lead"),
];

const plansOf = (run: Run) => run.rows(assurancePlans).filter(({ cycle }) => cycle === run.cycle);
const checksOf = (run: Run, ...statuses: readonly string[]) =>
  run.rows(validationLog).filter(({ cycle, status }) => cycle === run.cycle && statuses.includes(status));

async function plan(run: Run): Promise<void> {
  if (run.row(cycles, run.cycle).stage !== "validate") return;
  const lead = run.who("quality-lead", { contract: run.contract });
  const { plans } = await run.do<{ plans: { headline: string }[] }>(lead, "plan-checks", {
    cycle: run.cycle,
    size: 6,
    entries: 200,
    seed: run.cycle,
  });
  run.say(`${lead.name} wrote down what is checked: ${plans.length} plans.`);
}

async function draw(run: Run, inDir: string): Promise<void> {
  for (const { key, etag, direction, dataset, sampler = "", name } of plansOf(run).filter(
    ({ status }) => status === "recorded",
  )) {
    const entries = direction === "source-to-figure" ? { entries: entriesOf(run, inDir, dataset).length } : {};
    const { drawn } = await run.do<{ drawn: number }>(run.person(sampler), "draw-sample", { key, etag, ...entries });
    run.say(`${name}: ${drawn} drawn.`);
  }
}

/** The demo's paper agrees with every record drawn; what it contradicts comes from the independent sources. */
async function checkDrawn(run: Run): Promise<void> {
  const planned = new Map(plansOf(run).map((each) => [each.key, each]));
  for (const { key, etag, plan: of, reportedValue = "" } of checksOf(run, "to-check")) {
    const checker = run.person(planned.get(of)?.checker ?? "");
    await run.do(checker, "check-record", { key, etag, result: "agrees", sourceValue: reportedValue });
  }
  run.say(`${checksOf(run, "agrees").length} records agree with their source.`);
}

async function checkPaper(run: Run, inDir: string): Promise<void> {
  if (run.row(cycles, run.cycle).stage !== "validate") return;
  for (const { key, direction, dataset, checker = "", seed, status } of plansOf(run)) {
    if (direction !== "source-to-figure" || status !== "drawn" || seed === undefined) continue;
    for (const entry of entriesOf(run, inDir, dataset)) await checkEntry(run, { plan: key, checker, entry });
  }
}

async function checkEntry(
  run: Run,
  { plan: key, checker, entry }: { plan: string; checker: string; entry: PaperEntry },
): Promise<void> {
  if (run.rows(validationLog).some((row) => row.key === `${key}-${String(entry.entry).padStart(2, "0")}`)) return;
  const auditor = run.person(checker);
  const found = await run.do<{ matches: { record: string; says: string }[] }>(auditor, "add-source-record", {
    key,
    ...entry,
  });
  const [match] = found.matches;
  const result = match ? (saysOnPaper(entry.value, match.says) ? "agrees" : "differs") : "not-found";
  await run.do(auditor, "add-source-record", { key, ...entry, ...(match && { record: match.record }), result });
  if (result !== "agrees")
    run.say(
      `${auditor.name} found a discrepancy at ${entry.service}: the paper says ${entry.value}; we reported ${match?.says ?? "nothing"}.`,
    );
}

async function giveCauses(run: Run): Promise<void> {
  for (const { key, etag, service } of checksOf(run, "discrepancy")) {
    const manager = run.who("registered-manager", { service });
    await run.do(manager, "give-cause", {
      key,
      etag,
      cause: "data-error",
      reason: "The start was typed in afterwards from the rota, not from the call log.",
    });
    run.say(`${manager.name} gave the cause: a data error.`);
  }
}

async function treat(run: Run): Promise<void> {
  const manager = run.who("contracts-manager", { contract: run.contract });
  for (const { key, etag } of checksOf(run, "cause-given"))
    await run.do(manager, "treat-discrepancy", { key, etag, treatment: "data-correction" });
}

async function correct(run: Run): Promise<void> {
  for (const { key, etag, service, correction } of checksOf(run, "treated")) {
    if (correction) continue;
    const manager = run.who("registered-manager", { service });
    await run.do(manager, "record-correction", {
      key,
      etag,
      reason: "Start time put right in the care system from the call log.",
      source: "On-call log",
    });
    run.say(`${manager.name} recorded the correction and its source.`);
  }
}

async function reimport(run: Run, inDir: string): Promise<void> {
  const corrected = join(inDir, "corrected");
  if (!existsSync(corrected) || checksOf(run, "treated", "re-checked", "closed").length === 0) return;
  for (const file of exportsIn(corrected)) await importFile(run, file);
}

/** True once a corrected export came in after the cut-off. */
function correctedSince(run: Run): boolean {
  const { cutOffAt } = run.row(cycles, run.cycle);
  return cutOffAt !== undefined && run.rows(imports).some(({ acceptedAt = "" }) => acceptedAt > cutOffAt);
}

async function reopen(run: Run): Promise<void> {
  if (!correctedSince(run)) return;
  const { etag } = run.row(cycles, run.cycle);
  const manager = run.who("contracts-manager", { contract: run.contract });
  await run.do(manager, "cut-off-data", {
    key: run.cycle,
    etag,
    reopen: true,
    reason: "A record was corrected in the care system after a check.",
  });
  run.say(`${manager.name} opened the data cut-off for the correction.`);
}

async function recheck(run: Run): Promise<void> {
  for (const { key, etag, checkedBy = "" } of checksOf(run, "treated")) {
    const auditor = run.person(checkedBy);
    const { now } = await run.do<{ now?: string }>(auditor, "recheck-record", { key, etag, settled: true });
    run.say(`${auditor.name} looked again${now ? `: ${now}` : ""}.`);
  }
}

/** Where fewer agreed than the plan asks for, every record of the days concerned is checked. */
async function widen(run: Run): Promise<void> {
  const plans = plansOf(run);
  for (const { key, checker = "", threshold, name } of plans.filter(({ status }) => status === "complete")) {
    const rows = run.rows(validationLog).filter((row) => row.plan === key);
    const { accuracy = 1 } = accuracyOf(rows);
    if (accuracy * 100 >= threshold || plans.some((each) => each.extends === key)) continue;
    const days = rows.filter(({ result }) => result !== "agrees").map(({ reportedValue = "" }) => dayIn(reportedValue));
    const [first] = days.toSorted();
    await run.do(run.person(checker), "widen-check", {
      key,
      ...(first && { from: first, to: days.toSorted().at(-1) ?? first }),
    });
    run.say(`Fewer records of “${name}” agreed than the plan asks for, so every record of those days is checked.`);
  }
}

/** The day a record's words begin with, `Planned 11 Aug 2026 at …`. */
function dayIn(words: string): string {
  const written = /\d{1,2} [A-Z][a-z]+ \d{4}/.exec(words)?.[0];
  return written ? new Date(`${written} UTC`).toISOString().slice(0, 10) : "";
}

async function close(run: Run): Promise<void> {
  for (const { key, etag } of checksOf(run, "re-checked")) {
    const lead = run.who("quality-lead", { contract: run.contract });
    await run.do(lead, "close-discrepancy", { key, etag });
  }
}
