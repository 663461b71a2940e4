import { z } from "zod";
import { giveMoreTime } from "#domain/actions/keep-going.ts";
import { notFound } from "#domain/errors.ts";
import { isRefusal } from "#domain/refusal.ts";
import { actions } from "#domain/registers/actions.ts";
import { everybody } from "./everybody.ts";
import { operation } from "./operation.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

/** Moves an action's deadline, with a reason; the old one is kept. */
export const actionMoreTime = operation({
  name: "action-more-time",
  method: "POST",
  path: "/actions/:key/more-time",
  summary: "Ask for more time for an action, with a reason.",
  who: "anyone",
  input: z.strictObject({
    key: z.string(),
    etag: z.string().optional(),
    until: z.iso.date("must be a date such as 2026-10-31"),
    reason: z.string().max(1000),
  }),
  answer: rowAnswer,
  async run({ key, etag, until, reason }, { rows, person, now, outside }) {
    const action = rows.one(actions, key);
    if (!action) throw notFound("action", key);
    const changes = giveMoreTime(action, { until, reason }, { by: person, now, everybody: everybody(outside) });
    if (isRefusal(changes)) return changes;
    const row = await rows.change(actions, key, etag ?? action.etag, changes, {
      by: person,
      did: "action.more-time",
      reason,
    });
    return answerOf(actions, row, "shown");
  },
});
