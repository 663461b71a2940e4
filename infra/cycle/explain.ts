import { cycleFacts } from "#api/operations/cycle-facts.ts";
import { type Commentary, commentary } from "#domain/registers/commentary.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { figures } from "#domain/registers/figures.ts";
import { themes } from "#domain/registers/themes.ts";
import { throughGate } from "./gate.ts";
import type { Run, Step } from "./run.ts";

/** What the numbers ask to be explained is planned, put in context by the managers, written, reviewed and approved. */
export const explain: readonly Step[] = [
  { name: "propose commentary", run: propose },
  { name: "plan the commentary", run: plan },
  { name: "managers give context", run: giveContext },
  { name: "write the commentary", run: write },
  { name: "leadership reviews it", run: review },
  { name: "leadership approves it", run: approveAll },
  { name: "a verdict on each theme of last time", run: judgeThemes },
  throughGate("explain", "contracts-manager"),
];

const ofCycle = (run: Run, ...statuses: readonly Commentary["status"][]) =>
  run.rows(commentary).filter(({ cycle, status }) => cycle === run.cycle && statuses.includes(status));

async function propose(run: Run): Promise<void> {
  if (run.row(cycles, run.cycle).stage !== "explain") return;
  const lead = run.who("quality-lead", { contract: run.contract });
  const { proposed } = await run.do<{ proposed: { theme: string; why: string }[] }>(lead, "propose-commentary", {
    cycle: run.cycle,
  });
  for (const { theme, why } of proposed) run.say(`To explain: ${theme} (${why})`);
}

async function plan(run: Run): Promise<void> {
  const lead = run.who("quality-lead", { contract: run.contract });
  for (const { key, etag } of ofCycle(run, "proposed")) await run.do(lead, "plan-commentary", { key, etag });
}

async function giveContext(run: Run): Promise<void> {
  for (const { key, services = [] } of ofCycle(run, "planned")) {
    for (const service of services) {
      const row = run.row(commentary, key);
      if (row.context?.some((each) => each.service === service)) continue;
      const manager = run.who("registered-manager", { service });
      await run.do(manager, "give-context", {
        key,
        etag: row.etag,
        service,
        text: "Two rounds were short of staff in August and were filled in September.",
      });
    }
  }
}

/** The contracts manager tells what the figure is, its target and the period before; every number is the cited one. */
async function write(run: Run): Promise<void> {
  const manager = run.who("contracts-manager", { contract: run.contract });
  const { cited } = await cycleFacts(run.outside, run.cycle);
  for (const { key, etag, figures: about = [] } of ofCycle(run, "planned", "context-given")) {
    const codes = about.map((figure) => run.row(figures, figure).indicator);
    const sentences = codes.flatMap((code) => {
      const now = cited.find(({ cite }) => cite === code);
      const before = cited.find(({ cite }) => cite === `${code}@before`);
      if (!now) return [];
      return [
        `${now.name}: ${now.value ?? "none due"}${now.target ? ` against a target of ${now.target}` : ""} [${code}].`,
        ...(before?.value ? [`In the period before it was ${before.value} [${code}@before].`] : []),
      ];
    });
    const text = [
      ...sentences,
      "Two rounds were short of staff in August and were filled in September. [manager's account]",
    ].join(" ");
    await run.do(manager, "write-commentary", { key, etag, text });
    run.say(`${manager.name} wrote: ${sentences.join(" ")}`);
  }
}

async function review(run: Run): Promise<void> {
  const leader = run.who("senior-leader", { contract: run.contract });
  for (const { key, etag } of ofCycle(run, "drafted"))
    await run.do(leader, "review-commentary", { key, etag, accurate: true, balanced: true, supported: true });
}

async function approveAll(run: Run): Promise<void> {
  const leader = run.who("senior-leader", { contract: run.contract });
  for (const { key, etag } of ofCycle(run, "reviewed")) await run.do(leader, "approve-commentary", { key, etag });
}

async function judgeThemes(run: Run): Promise<void> {
  const leader = run.who("senior-leader", { contract: run.contract });
  const open = run.rows(themes).filter((theme) => theme.contract === run.contract && theme.status !== "closed");
  for (const { key, etag, name, verdicts = [], indicators = "" } of open) {
    if (verdicts.some(({ cycle }) => cycle === run.cycle)) continue;
    const numbers = await numbersBehind(run, indicators.split(/[\s,]+/));
    await run.do(leader, "review-theme", { key, etag, cycle: run.cycle, verdict: "stable", numbers });
    run.say(`${leader.name} judged “${name}” stable: ${numbers}`);
  }
}

/** The theme's first indicator that has a figure, now and before; what leadership knows where none has. */
async function numbersBehind(run: Run, codes: readonly string[]): Promise<string> {
  const { cited } = await cycleFacts(run.outside, run.cycle);
  const shown = (cite: string) => cited.find((each) => each.cite === cite)?.value;
  const code = codes.find((each) => shown(each) !== undefined);
  if (code === undefined) return "Nothing has changed that we know of. [manager's account]";
  const before = shown(`${code}@before`);
  return `It is ${shown(code)} [${code}]${before ? ` and was ${before} [${code}@before]` : ""}.`;
}
