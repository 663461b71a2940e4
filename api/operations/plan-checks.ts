import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { datasetNames } from "#domain/figures/dataset-names.ts";
import { isRefusal, refuse } from "#domain/refusal.ts";
import { assurancePlans } from "#domain/registers/assurance-plans.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { scopeOfCycle } from "../records/cycle-figures.ts";
import { cutOffFiles } from "./cut-off-files.ts";
import { operation } from "./operation.ts";
import { plansFor } from "./plans-for.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

/**
 * Writes down what will be checked in a cycle, before anybody has seen a result: figures back to their records, an
 * independent source forward to the figures, and every case that is never left to a sample. Again adds what is missing.
 */
export const planChecks = operation({
  name: "plan-checks",
  method: "POST",
  path: "/cycles/:cycle/plans",
  summary: "Write down what will be checked, both ways, and every case that is always checked.",
  who: ["quality-lead", "auditor"],
  input: z.strictObject({
    cycle: z.string(),
    /** Codes; without them the figure furthest from its target in each section. */
    indicators: z.array(z.string()).max(30).optional(),
    /** Records of each figure; without it, by the size of the frame. */
    size: z.number().int().min(1).max(500).optional(),
    /** Half the width of the 95 % interval, in percentage points. */
    margin: z.number().min(1).max(20).default(10),
    /** Lowest share that must agree, in per cent. */
    threshold: z.number().default(95),
    seed: z.string().trim().min(1).max(200).optional(),
    sources: z
      .array(z.strictObject({ dataset: z.enum(datasetNames), source: z.string().trim().max(255) }))
      .max(10)
      .optional(),
    /** Entries of each independent source to lay beside the figures. */
    entries: z.number().int().min(1).max(200).default(10),
    sampler: z.guid().optional(),
    checker: z.guid().optional(),
  }),
  answer: z.object({ plans: z.array(rowAnswer), added: z.number() }),
  async run({ cycle: key, ...asked }, call) {
    const { rows, outside, person, require } = call;
    if (!rows.one(cycles, key)) throw notFound("cycle", key);
    const scope = scopeOfCycle(outside.store, key);
    require({ contract: scope.contract, services: [], safeguarding: false });
    if (!person.safeguarding) return needsSafeguarding();
    const files = await cutOffFiles(outside, scope);
    if (isRefusal(files)) return files;
    const planned = await plansFor(call, { scope, files, asked });
    if (isRefusal(planned)) return planned;
    const kept: z.infer<typeof rowAnswer>[] = [];
    let added = 0;
    for (const { key: plan, answers } of planned) {
      const { row, created } = await rows.add(assurancePlans, plan, answers, { by: person, did: "plan.record" });
      if (created) added += 1;
      kept.push(answerOf(assurancePlans, row, "withheld"));
    }
    return { plans: kept, added };
  },
});

const needsSafeguarding = () =>
  refuse(
    "plan.safeguarding-right",
    "Every safeguarding concern is checked, and planning that needs the separate right to see them.",
    "Ask the quality lead, or an auditor with that right.",
  );
