import { decideValidation, type ValidationCommand } from "#domain/assurance/decide.ts";
import { planResult } from "#domain/assurance/plan.ts";
import { LineOfSightError, notFound } from "#domain/errors.ts";
import { isRefusal, type Refusal } from "#domain/refusal.ts";
import { assurancePlans } from "#domain/registers/assurance-plans.ts";
import { type ValidationRow, validationLog } from "#domain/registers/validation-log.ts";
import { everybody } from "./everybody.ts";
import { emptied } from "./move-action.ts";
import type { Call } from "./operation.ts";
import { answerOf, type RowAnswer } from "./row-answer.ts";

interface Asked {
  readonly key: string;
  readonly etag: string;
}

/** The check of this key as the person may see it. Throws `not-found`. */
export function checkSeen({ rows }: Pick<Call, "rows">, key: string): ValidationRow {
  const row = rows.one(validationLog, key);
  if (!row) throw notFound("check", key);
  return row;
}

/** Makes one move of a checked record as the domain decides it. */
export async function checkMove(
  call: Call,
  { key, etag }: Asked,
  command: ValidationCommand,
): Promise<RowAnswer | Refusal> {
  const { rows, outside, person: by, now } = call;
  const row = checkSeen(call, key);
  const plan = outside.store.one(assurancePlans, row.plan);
  const decision = decideValidation(row, command, {
    by,
    now,
    everybody: everybody(outside),
    plan: { sampler: plan?.sampler, checker: plan?.checker },
  });
  if (isRefusal(decision)) return decision;
  const act = { by, did: `check.${command.move}`, ...decision.moving } as const;
  const changed = await rows.change(validationLog, key, etag, emptied(decision.changes), act);
  if (row.status === "to-check") await completePlan(call, row.plan);
  return answerOf(validationLog, changed, "shown");
}

/** A plan whose last record was just checked is complete, whatever came out. */
async function completePlan({ outside: { store }, person: by }: Call, key: string): Promise<void> {
  const plan = store.one(assurancePlans, key);
  if (plan?.status !== "drawn") return;
  const own = store.all(validationLog).filter((row) => row.plan === key);
  if (planResult(plan, own) === undefined) return;
  const act = { by, did: "plan.complete", from: plan.status, to: "complete" } as const;
  try {
    await store.change(assurancePlans, key, plan.etag, { status: "complete" }, act);
  } catch (error) {
    // Somebody's check a moment ago completed it; this one is written all the same.
    if (!(error instanceof LineOfSightError && error.code === "conflict")) throw error;
  }
}
