import { z } from "zod";
import { moveStage, sendBack } from "#domain/cycle/move-stage.ts";
import { stages } from "#domain/cycle/stages.ts";
import { notFound } from "#domain/errors.ts";
import { isRefusal } from "#domain/refusal.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { cycleAnswer } from "./cycle-answer.ts";
import { cycleFacts } from "./cycle-facts.ts";
import { cycleView } from "./cycle-view.ts";
import { operation } from "./operation.ts";

const gated = z.enum(stages).exclude(["closed"]);

/** Takes a cycle through the gate of its stage, or sends it back to an earlier one with a reason. */
export const moveCycle = operation({
  name: "move-cycle",
  method: "POST",
  path: "/cycles/:key/stage",
  summary: "Take a cycle through its gate, or send it back.",
  who: ["contracts-manager", "quality-lead", "auditor", "senior-leader"],
  input: z.strictObject({
    key: z.string(),
    etag: z.string().min(1),
    /** The stage the person saw it in: a cycle that moved meanwhile is not moved twice. */
    from: gated,
    backTo: gated.optional(),
    reason: z.string().max(2000).optional(),
  }),
  answer: cycleAnswer,
  async run({ key, etag, backTo, reason = "" }, { rows, outside, person, now }) {
    const cycle = rows.one(cycles, key);
    if (!cycle) throw notFound("cycle", key);
    const decision = backTo
      ? sendBack(cycle, backTo, { by: person, reason })
      : moveStage(await cycleFacts(outside, key), person, now);
    if (isRefusal(decision)) return decision;
    const did = backTo ? "cycle.send-back" : "cycle.move";
    const moved = await rows.change(cycles, key, etag, decision.changes, { by: person, did, ...decision.moving });
    return cycleView(outside, moved, person, now);
  },
});
