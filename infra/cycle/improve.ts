import { addDays, londonDay } from "#domain/day.ts";
import { actions } from "#domain/registers/actions.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { figures } from "#domain/registers/figures.ts";
import { throughGate } from "./gate.ts";
import type { Run, Step } from "./run.ts";

/** Leadership answers the finished pack with an action for the figure furthest off target; then the cycle closes. */
export const improve: readonly Step[] = [
  { name: "open an action from the pack", run: openAction },
  throughGate("improve", "quality-lead"),
];

async function openAction(run: Run): Promise<void> {
  const { snapshot, stage } = run.row(cycles, run.cycle);
  const off = run
    .rows(figures)
    .find((figure) => figure.cycle === run.cycle && figure.snapshot === snapshot && figure.rating === "not-met");
  if (!off || stage !== "improve") return;
  const action = `Bring “${off.name}” back to target`;
  if (run.rows(actions).some((each) => each.action === action && each.contract === run.contract)) return;
  const lead = run.who("quality-lead", { contract: run.contract });
  const owner = run.who("regional-manager");
  await run.do(lead, "add-action", {
    action,
    category: "other",
    source: "pack-theme",
    contract: run.contract,
    owner: owner.id,
    deadline: addDays(londonDay(run.outside.clock()), 60),
    cause: "Shown by the pack of this period; the managers’ accounts say what stood behind it.",
    measure: off.indicator,
    measureDirection: "go-up",
    measureBy: addDays(londonDay(run.outside.clock()), 90),
    evidenceRequired: "The same figure in the next pack.",
  });
  run.say(`${lead.name} opened an action for ${owner.name}: ${action}.`);
}
