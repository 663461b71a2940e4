import { z } from "zod";
import { drawnEntries } from "#domain/assurance/drawn-entries.ts";
import { drawPlan } from "#domain/assurance/plan.ts";
import { LineOfSightError, notFound } from "#domain/errors.ts";
import { isRefusal, type Refusal, refuse } from "#domain/refusal.ts";
import { type AssurancePlan, assurancePlans } from "#domain/registers/assurance-plans.ts";
import { validationLog } from "#domain/registers/validation-log.ts";
import { scopeOfCycle } from "../records/cycle-figures.ts";
import { checkRowsOf } from "./check-rows-of.ts";
import { cutOffFiles } from "./cut-off-files.ts";
import { sha256 } from "./cycle-facts.ts";
import { everybody } from "./everybody.ts";
import { type Call, operation } from "./operation.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

/** Draws what a plan says, once, by its seed, from the data of the cut-off, and opens a check for each record drawn. */
export const drawSample = operation({
  name: "draw-sample",
  method: "POST",
  path: "/plans/:key/draw",
  summary: "Draw the records that a plan says, once, by its seed.",
  who: ["quality-lead", "auditor"],
  input: z.strictObject({
    key: z.string(),
    etag: z.string().min(1),
    /** For an independent source: how many entries it has about this contract's people in the period. */
    entries: z.number().int().min(0).max(100_000).optional(),
  }),
  answer: z.object({
    plan: rowAnswer,
    drawn: z.number(),
    /** For an independent source: which entries to look up, counted from 1. */
    entries: z.array(z.number()).optional(),
  }),
  async run({ key, etag, entries }, call) {
    const plan = call.rows.one(assurancePlans, key);
    if (!plan) throw notFound("assurance plan", key);
    const frame = plan.direction === "source-to-figure" ? entriesOf(plan, entries) : await recordsOf(call, plan);
    if (isRefusal(frame)) return frame;
    const { person: by, now, rows, outside } = call;
    const { frameSize, size, frameHash } = frame;
    const drawn = drawPlan(plan, { frameSize, size, frameHash }, { by, now, everybody: everybody(outside) });
    if (isRefusal(drawn)) return drawn;
    for (const { key: row, answers } of frame.checks)
      await rows.add(validationLog, row, answers, { by, did: "check.open" });
    const act = { by, did: "plan.draw", from: plan.status, to: drawn.status } as const;
    const row = await rows.change(assurancePlans, key, etag, drawn, act);
    return {
      plan: answerOf(assurancePlans, row, "withheld"),
      drawn: size,
      ...(frame.entries && { entries: [...frame.entries] }),
    };
  },
});

async function recordsOf(call: Call, plan: AssurancePlan) {
  const { store } = call.outside;
  if (!plan.cycle)
    throw new LineOfSightError("invalid", "This plan belongs to no cycle.", { facts: { key: plan.key } });
  const scope = scopeOfCycle(store, plan.cycle);
  const files = await cutOffFiles(call.outside, scope);
  if (isRefusal(files)) return files;
  const found = await checkRowsOf(call.outside, plan, { scope, files });
  if (isRefusal(found)) return found;
  return {
    ...found,
    size: found.checks.length,
    frameHash: sha256(JSON.stringify([scope.cycle.snapshot, plan.strata, found.frameSize, found.rule])),
    entries: undefined,
  };
}

function entriesOf(
  { seed = "", size, independentSource }: AssurancePlan,
  entries: number | undefined,
): EntryFrame | Refusal {
  if (entries === undefined)
    return refuse(
      "plan.entries-missing",
      `It is not said how many entries ${independentSource ?? "the source"} has in the period.`,
      "Count the entries about people this contract pays for, and draw again.",
    );
  const drawn = drawnEntries(seed, { entries, size });
  return {
    frameSize: entries,
    size: drawn.length,
    frameHash: sha256(JSON.stringify([independentSource, seed, entries])),
    checks: [],
    entries: drawn,
  };
}

interface EntryFrame {
  readonly frameSize: number;
  readonly size: number;
  readonly frameHash: string;
  readonly checks: readonly never[];
  readonly entries: readonly number[];
}
