import { z } from "zod";
import { recordPlan, widen } from "#domain/assurance/plan.ts";
import { LineOfSightError, notFound } from "#domain/errors.ts";
import { isRefusal, type Refusal, refuse } from "#domain/refusal.ts";
import { type AssurancePlan, assurancePlans } from "#domain/registers/assurance-plans.ts";
import { validationLog } from "#domain/registers/validation-log.ts";
import { type CycleScope, scopeOfCycle } from "../records/cycle-figures.ts";
import type { DataFile } from "../records/engine.ts";
import { findRecords } from "../records/find-records.ts";
import { ruleOfPlan, strataOf } from "../records/frame-of-plan.ts";
import { cutOffFiles } from "./cut-off-files.ts";
import { everybody } from "./everybody.ts";
import { type Call, operation } from "./operation.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

/** Writes down the check of the whole affected population when too few records agreed: the services and days concerned. */
export const widenCheck = operation({
  name: "widen-check",
  method: "POST",
  path: "/plans/:key/widen",
  summary: "Check the whole affected population when too few records agreed.",
  who: ["quality-lead", "auditor"],
  input: z.strictObject({
    key: z.string(),
    /** Days affected; without them, the whole period. Days on which something differed are always among them. */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  }),
  answer: rowAnswer,
  async run({ key, ...days }, call) {
    const { rows, outside, person: by, now } = call;
    const plan = rows.one(assurancePlans, key);
    if (!plan) throw notFound("assurance plan", key);
    if (!plan.cycle) throw new LineOfSightError("invalid", "This plan belongs to no cycle.", { facts: { key } });
    const scope = scopeOfCycle(outside.store, plan.cycle);
    const files = await cutOffFiles(outside, scope);
    if (isRefusal(files)) return files;
    const period = await affectedDays(call, { plan, scope, files }, days);
    if (isRefusal(period)) return period;
    const own = outside.store.all(validationLog).filter((row) => row.plan === key);
    const off = new Set(own.filter(({ result }) => result !== "agrees").map(({ service }) => service));
    const rule = ruleOfPlan(outside.store, scope, plan);
    const strata = rule
      ? (await strataOf({ rule, scope: { ...scope, period }, files, engine: outside.engine })).filter(({ name }) =>
          off.has(name),
        )
      : [];
    const frame = strata.reduce((sum, each) => sum + each.frame, 0);
    const wider = widen(plan, own, frame);
    if (isRefusal(wider)) return wider;
    const answers = recordPlan(
      {
        ...wider.plan,
        periodFrom: period.from,
        periodTo: period.to,
        sampled: `${wider.plan.sampled}, ${period.from} to ${period.to}`,
        strata: strata.map((each) => ({ ...each, size: each.frame })),
      },
      { by, now, everybody: everybody(outside) },
    );
    if (isRefusal(answers)) return answers;
    const act = { by, did: "plan.widen", reason: wider.plan.why } as const;
    const { row } = await rows.add(assurancePlans, `${key}-widened`, answers, act);
    return answerOf(assurancePlans, row, "withheld");
  },
});

interface Affected {
  readonly plan: AssurancePlan;
  readonly scope: CycleScope;
  readonly files: readonly DataFile[];
}

async function affectedDays(
  { outside: { store, engine } }: Call,
  { plan, scope: { period }, files }: Affected,
  { from = period.from, to = period.to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<{ from: string; to: string } | Refusal> {
  const differing = store
    .all(validationLog)
    .filter((row) => row.plan === plan.key && row.result !== undefined && row.result !== "agrees")
    .map(({ record }) => record);
  const found = await findRecords({ files, engine }, { dataset: plan.dataset, records: differing });
  const days = found.map(({ day }) => String(day));
  return from >= period.from && to <= period.to && days.every((day) => from <= day && day <= to)
    ? { from, to }
    : refuse(
        "plan.days-not-affected",
        "Something differed on a day outside the days you chose, or they are outside the period.",
        `Choose days within ${period.from} to ${period.to} that include ${days.toSorted().join(", ")}.`,
      );
}
