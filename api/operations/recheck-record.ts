import { z } from "zod";
import { isRefusal } from "#domain/refusal.ts";
import { amendmentOf } from "./amendment-of.ts";
import { checkMove, checkSeen } from "./check-move.ts";
import { operation } from "./operation.ts";
import { rowAnswer } from "./row-answer.ts";

/** The auditor looks again: settled, or still different. What the record says in the newest data is answered with it. */
export const recheckRecord = operation({
  name: "recheck-record",
  method: "POST",
  path: "/validation-log/:key/recheck",
  summary: "Check a treated record again.",
  who: ["auditor", "external-reviewer"],
  input: z.strictObject({
    key: z.string(),
    etag: z.string().min(1),
    settled: z.boolean(),
    reason: z.string().max(60_000).default(""),
  }),
  answer: rowAnswer.extend({
    /** What the record says in the data as it stands now; missing when it is no longer there. */
    now: z.string().optional(),
  }),
  async run({ key, etag, settled, reason }, call) {
    const { says: now, amendmentImport } = await amendmentOf(call.outside, checkSeen(call, key));
    const moved = await checkMove(
      call,
      { key, etag },
      settled ? { move: "recheck", ...(amendmentImport && { amendmentImport }) } : { move: "recheck-failed", reason },
    );
    return isRefusal(moved) ? moved : { ...moved, ...(now && { now }) };
  },
});
