import { type RecordRow, sayRecord } from "#domain/assurance/say-record.ts";
import type { DatasetName } from "#domain/figures/dataset.ts";
import type { Rule } from "#domain/figures/rule.ts";
import { type Refusal, refuse } from "#domain/refusal.ts";
import type { Answers } from "#domain/register/register.ts";
import type { AssurancePlan } from "#domain/registers/assurance-plans.ts";
import type { validationLog } from "#domain/registers/validation-log.ts";
import type { Outside } from "../outside.ts";
import type { CycleScope } from "../records/cycle-figures.ts";
import type { Answer, DataFile } from "../records/engine.ts";
import { findRecords } from "../records/find-records.ts";
import { drawnRecords, everyRecord, ruleOfPlan, strataOf } from "../records/frame-of-plan.ts";

interface From {
  readonly scope: CycleScope;
  readonly files: readonly DataFile[];
}

export interface CheckRows {
  readonly rule: Rule;
  readonly frameSize: number;
  readonly checks: readonly { readonly key: string; readonly answers: Answers<typeof validationLog> }[];
}

/** The checks that a plan opens: one a record, with what the record says in words. */
export async function checkRowsOf(
  { store, engine }: Outside,
  plan: AssurancePlan,
  { scope, files }: From,
): Promise<CheckRows | Refusal> {
  const rule = ruleOfPlan(store, scope, plan);
  if (!rule)
    return refuse(
      "plan.no-figure",
      "The figure this plan samples is not in the cycle’s specification.",
      "Write down another plan.",
    );
  const { from, to } = scope.period;
  const period = { from: plan.periodFrom ?? from, to: plan.periodTo ?? to };
  const frame = { rule, scope: { ...scope, period }, files, engine };
  const services = (plan.strata ?? []).map(({ name }) => name);
  const strata = (await strataOf(frame)).filter(({ name }) => services.includes(name));
  const drawn =
    plan.direction === "every-case"
      ? await everyRecord(frame, services)
      : await drawnRecords(frame, { seed: plan.seed ?? "", sizes: plan.strata ?? [] });
  const { dataset } = rule.population;
  const whole = await wholeRecords({ files, engine, dataset }, drawn);
  return {
    rule,
    frameSize: strata.reduce((sum, each) => sum + each.frame, 0),
    checks: drawn.map((row, at) => ({
      key: `${plan.key}-${String(at + 1).padStart(2, "0")}`,
      answers: checkOf(plan, dataset, whole.get(String(row.record)) ?? row),
    })),
  };
}

const AT_ONCE = 200;

async function wholeRecords(
  { files, engine, dataset }: Pick<Outside, "engine"> & { files: readonly DataFile[]; dataset: DatasetName },
  drawn: Answer,
): Promise<ReadonlyMap<string, RecordRow>> {
  const keys = [...new Set(drawn.map(({ record }) => String(record)))];
  const found: RecordRow[] = [];
  for (let at = 0; at < keys.length; at += AT_ONCE)
    found.push(...(await findRecords({ files, engine }, { dataset, records: keys.slice(at, at + AT_ONCE) })));
  return new Map(found.map((row) => [String(row.record), row]));
}

/** A check of one record, not yet made. */
export const checkOf = (
  { key, cycle, contract, indicator, direction }: AssurancePlan,
  dataset: DatasetName,
  row: RecordRow,
): Answers<typeof validationLog> => ({
  plan: key,
  contract,
  service: String(row.service),
  dataset,
  record: String(row.record),
  recordVersion: Number(row.record_version ?? 1),
  direction,
  reportedValue: sayRecord(dataset, row),
  status: "to-check",
  ...(cycle && { cycle }),
  ...(indicator && { indicator }),
  ...(typeof row.source_file === "string" && { sourceFile: row.source_file }),
  ...(typeof row.src_row === "number" && { sourceRow: row.src_row }),
});
