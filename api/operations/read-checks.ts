import { z } from "zod";
import { accuracyOf } from "#domain/assurance/accuracy.ts";
import { canTakeOn, checkColumns, columnOfCheck } from "#domain/assurance/columns-of-checks.ts";
import { entriesLeft } from "#domain/assurance/entries-left.ts";
import { planResult } from "#domain/assurance/plan.ts";
import { notFound } from "#domain/errors.ts";
import { type AssurancePlan, assurancePlans } from "#domain/registers/assurance-plans.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { type ValidationRow, validationLog } from "#domain/registers/validation-log.ts";
import { scopeOfCycle } from "../records/cycle-figures.ts";
import { checkAnswer, checkAnswerOf } from "./check-answer.ts";
import { everybody, nameOf } from "./everybody.ts";
import { type Call, operation } from "./operation.ts";
import { sightOf } from "./sight-of.ts";

const planAnswer = z.object({
  key: z.string(),
  etag: z.string(),
  name: z.string(),
  direction: z.string(),
  dataset: z.string(),
  indicator: z.string().optional(),
  independentSource: z.string().optional(),
  sampled: z.string(),
  why: z.string(),
  seed: z.string().optional(),
  threshold: z.number(),
  sampler: z.string().optional(),
  checker: z.string().optional(),
  status: z.string(),
  drawnAt: z.string().optional(),
  frameSize: z.number().optional(),
  /** Records to check, as far as the person may see them. */
  size: z.number(),
  checked: z.number(),
  agreed: z.number(),
  /** Shares from 0 to 1, as first found; missing before anything is checked. */
  accuracy: z.number().optional(),
  lower: z.number(),
  upper: z.number(),
  result: z.enum(["good-enough", "widen"]).optional(),
  /** Entries of an independent source still to look up. */
  entries: z.array(z.number()).optional(),
  mine: z.object({ draw: z.boolean(), check: z.boolean() }),
});

/** What is checked in a cycle, how far it is and how it came out; what waits for the person; open discrepancies by step. */
export const readChecks = operation({
  name: "read-checks",
  method: "GET",
  path: "/cycles/:cycle/checks",
  summary: "Plans with progress and accuracy, your worklist, and open discrepancies by step.",
  who: "anyone",
  input: z.strictObject({ cycle: z.string() }),
  answer: z.object({
    cycle: z.string(),
    plans: z.array(planAnswer),
    worklist: z.array(checkAnswer),
    columns: z.array(z.object({ column: z.enum(checkColumns), checks: z.array(checkAnswer) })),
  }),
  async run({ cycle: key }, call) {
    const { rows, outside, person } = call;
    if (!rows.one(cycles, key)) throw notFound("cycle", key);
    const { totals } = sightOf(person, scopeOfCycle(outside.store, key));
    const people = everybody(outside);
    const plans = rows.all(assurancePlans).filter(({ cycle }) => cycle === key);
    const checks = rows
      .all(validationLog)
      .filter(({ cycle }) => cycle === key)
      .toSorted((a, b) => a.key.localeCompare(b.key, "en", { numeric: true }));
    const checkerOf = new Map(plans.map(({ key: plan, checker }) => [plan, checker]));
    const mine = (row: ValidationRow) =>
      canTakeOn(row, person, { everybody: people, checker: checkerOf.get(row.plan) });
    return {
      cycle: key,
      plans: plans
        .toSorted((a, b) => a.key.localeCompare(b.key))
        .map((plan) => planAnswerOf(call, plan, { checks, totals })),
      worklist: checks.filter(mine).map(checkAnswerOf),
      columns: checkColumns
        .filter((column) => column !== "check")
        .map((column) => ({
          column,
          checks: checks.filter((row) => columnOfCheck(row) === column).map(checkAnswerOf),
        })),
    };
  },
});

function planAnswerOf(
  { person, outside }: Call,
  plan: AssurancePlan,
  { checks, totals }: { readonly checks: readonly ValidationRow[]; readonly totals: boolean },
): z.infer<typeof planAnswer> {
  const own = checks.filter((row) => row.plan === plan.key);
  const { checked, agreed, accuracy, lower, upper } = accuracyOf(own);
  const result = totals ? planResult(plan, own) : undefined;
  const isMe = (id: string | undefined) => id !== undefined && (person.id === id || person.deputyFor.includes(id));
  const entries = totals ? entriesLeft(plan, own) : undefined;
  const { key, etag, name, direction, dataset, sampled, why, threshold, status } = plan;
  const { indicator, independentSource, seed, drawnAt, frameSize, sampler, checker } = plan;
  return {
    ...{ key, etag, name, direction, dataset, sampled, why, threshold, status },
    ...(indicator && { indicator }),
    ...(independentSource && { independentSource }),
    ...(seed && { seed }),
    ...(drawnAt && { drawnAt }),
    ...(totals && frameSize !== undefined && { frameSize }),
    ...(sampler && { sampler: nameOf(outside, sampler) }),
    ...(checker && { checker: nameOf(outside, checker) }),
    size: totals ? plan.size : own.length,
    ...{ checked, agreed, lower, upper },
    ...(accuracy !== undefined && { accuracy }),
    ...(result && { result }),
    ...(entries && { entries }),
    mine: { draw: plan.status === "recorded" && isMe(sampler), check: isMe(checker) },
  };
}
