import { z } from "zod";
import { stageRules, stages } from "#domain/cycle/stages.ts";
import { notFound } from "#domain/errors.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { cycleAnswer, stageTitle } from "./cycle-answer.ts";
import { cycleView } from "./cycle-view.ts";
import { nameOf } from "./everybody.ts";
import { operation } from "./operation.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

/** One cycle: its stages, its gate and its history. */
export const readCycle = operation({
  name: "read-cycle",
  method: "GET",
  path: "/cycles/:key",
  summary: "One reporting cycle: stages, gate, dates and history.",
  who: "anyone",
  input: z.strictObject({ key: z.string() }),
  answer: cycleAnswer.extend({
    specification: z.string(),
    snapshot: z.string().optional(),
    cutOffBy: z.string().optional(),
    limitations: z.string().optional(),
    stages: z.array(
      z.object({
        stage: z.enum(stages),
        title: z.string(),
        work: z.string(),
        state: z.enum(["done", "now", "to-come"]),
        by: z.string().optional(),
        doneOn: z.string().optional(),
      }),
    ),
    exceptions: z.array(
      z.object({
        stage: z.string(),
        check: z.string(),
        reason: z.string(),
        askedBy: z.string(),
        grantedBy: z.string().optional(),
      }),
    ),
    history: rowAnswer.shape.history,
  }),
  async run({ key }, { rows, outside, person, now }) {
    const cycle = rows.one(cycles, key);
    if (!cycle) throw notFound("cycle", key);
    const view = await cycleView(outside, cycle, person, now);
    const at = stages.indexOf(cycle.stage);
    return {
      ...view,
      specification: cycle.specification,
      ...(cycle.snapshot && { snapshot: cycle.snapshot }),
      ...(cycle.cutOffBy && { cutOffBy: nameOf(outside, cycle.cutOffBy) }),
      ...(cycle.limitations && { limitations: cycle.limitations }),
      stages: stages
        .filter((stage) => stage !== "closed")
        .map((stage, place) => {
          const milestone = cycle.milestones?.find((each) => each.stage === stage);
          return {
            stage,
            title: stageTitle(stage),
            work: stageRules[stage].work,
            state: place < at ? ("done" as const) : place === at ? ("now" as const) : ("to-come" as const),
            ...(milestone && { by: milestone.by }),
            ...(milestone?.doneOn && { doneOn: milestone.doneOn }),
          };
        }),
      exceptions: (cycle.exceptions ?? []).map(({ stage, check, reason, askedBy, grantedBy }) => ({
        stage,
        check,
        reason,
        askedBy: nameOf(outside, askedBy),
        ...(grantedBy && { grantedBy: nameOf(outside, grantedBy) }),
      })),
      history: answerOf(cycles, cycle, "withheld").history,
    };
  },
});
