import { z } from "zod";
import { cutOff, reopenCutOff } from "#domain/cycle/cut-off.ts";
import { notFound } from "#domain/errors.ts";
import { isRefusal } from "#domain/refusal.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { currentSnapshot } from "../records/current-data.ts";
import { cycleAnswer } from "./cycle-answer.ts";
import { cycleView } from "./cycle-view.ts";
import { operation } from "./operation.ts";

/** Sets the data cut-off of a cycle, or opens it again with a reason. */
export const cutOffData = operation({
  name: "cut-off-data",
  method: "POST",
  path: "/cycles/:key/cut-off",
  summary: "Set the data cut-off, or open it again with a reason.",
  who: ["contracts-manager", "quality-lead"],
  input: z.strictObject({
    key: z.string(),
    etag: z.string().min(1),
    reopen: z.boolean().default(false),
    reason: z.string().max(2000).default(""),
  }),
  answer: cycleAnswer,
  async run({ key, etag, reopen, reason }, { rows, outside, person, now }) {
    const cycle = rows.one(cycles, key);
    if (!cycle) throw notFound("cycle", key);
    const asking = { by: person, now };
    const changes = reopen
      ? reopenCutOff(cycle, reason, asking)
      : cutOff(cycle, currentSnapshot(outside.store).id, asking);
    if (isRefusal(changes)) return changes;
    const did = reopen ? "cycle.reopen-cut-off" : "cycle.cut-off";
    const row = await rows.change(cycles, key, etag, changes, { by: person, did, ...(reason && { reason }) });
    return cycleView(outside, row, person, now);
  },
});
