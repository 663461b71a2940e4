import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { refuse } from "#domain/refusal.ts";
import { contracts } from "#domain/registers/contracts.ts";
import { type Cycle, cycles } from "#domain/registers/cycles.ts";
import { periodWords } from "../packs/plain-words.ts";
import { stageTitle } from "./cycle-answer.ts";
import { cycleView } from "./cycle-view.ts";
import { operation } from "./operation.ts";

const STAGES = 8;

/** Where a contract's reporting stands: its open cycle, the latest one when none is open. */
export const cycleStatus = operation({
  name: "cycle-status",
  method: "GET",
  path: "/contracts/:contract/status",
  summary: "Which stage a contract's reporting is at, when it is due, and what blocks it.",
  who: "anyone",
  input: z.strictObject({ contract: z.string() }),
  answer: z.object({
    title: z.string(),
    stage: z.string(),
    step: z.number(),
    due: z.string().optional(),
    blockers: z.array(z.object({ what: z.string(), who: z.string(), link: z.string().optional() })),
    link: z.string(),
  }),
  async run({ contract }, { rows, outside, person, now }) {
    const known = rows.one(contracts, contract);
    if (!known) throw notFound("contract", contract);
    const cycle = latest(rows.all(cycles).filter((each) => each.contract === contract));
    if (!cycle && outside.store.all(cycles).some((each) => each.contract === contract))
      throw notFound("contract", contract);
    if (!cycle)
      return refuse(
        "cycle.none",
        `No reporting cycle has been started for ${known.name}.`,
        "A contracts manager starts one from the reporting calendar.",
      );
    const view = await cycleView(outside, cycle, person, now);
    return {
      title: `${known.commissioner}, ${periodWords(view.period)}`,
      stage: stageTitle(view.stage),
      step: Math.min(view.step, STAGES),
      ...(view.stage !== "closed" && { due: view.due }),
      blockers: view.gate.blockers.map(({ say, who, link }) => ({ what: say, who, link })),
      link: `/cycles/${cycle.key}`,
    };
  },
});

/** The open one that is due soonest; without one, whichever ended last. */
function latest(all: readonly Cycle[]): Cycle | undefined {
  const open = all.filter(({ stage }) => stage !== "closed").toSorted((a, b) => a.due.localeCompare(b.due));
  return open[0] ?? all.toSorted((a, b) => b.periodTo.localeCompare(a.periodTo))[0];
}
