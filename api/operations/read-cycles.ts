import { z } from "zod";
import { cycles } from "#domain/registers/cycles.ts";
import { cycleAnswer } from "./cycle-answer.ts";
import { cycleView } from "./cycle-view.ts";
import { operation } from "./operation.ts";

/** The reporting cycles the person may see, soonest due first, then the closed ones, latest first. */
export const readCycles = operation({
  name: "read-cycles",
  method: "GET",
  path: "/cycles",
  summary: "Reporting cycles: where each stands, when it is due, and what blocks it.",
  who: "anyone",
  input: z.strictObject({ contract: z.string().optional() }),
  answer: z.object({ cycles: z.array(cycleAnswer) }),
  async run({ contract }, { rows, outside, person, now }) {
    const wanted = rows.all(cycles).filter((cycle) => contract === undefined || cycle.contract === contract);
    const open = wanted.filter(({ stage }) => stage !== "closed").toSorted((a, b) => a.due.localeCompare(b.due));
    const closed = wanted.filter(({ stage }) => stage === "closed").toSorted((a, b) => b.due.localeCompare(a.due));
    const ordered = [...open, ...closed];
    return { cycles: await Promise.all(ordered.map((cycle) => cycleView(outside, cycle, person, now))) };
  },
});
