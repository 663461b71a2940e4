import { z } from "zod";
import { addProgress } from "#domain/actions/keep-going.ts";
import { notFound } from "#domain/errors.ts";
import { isRefusal } from "#domain/refusal.ts";
import { actions } from "#domain/registers/actions.ts";
import { everybody } from "./everybody.ts";
import { operation } from "./operation.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

/** Adds a line of progress to an action. */
export const actionProgress = operation({
  name: "action-progress",
  method: "POST",
  path: "/actions/:key/progress",
  summary: "Say how far an action is.",
  who: "anyone",
  input: z.strictObject({ key: z.string(), etag: z.string().optional(), text: z.string().max(2000) }),
  answer: rowAnswer,
  async run({ key, etag, text }, { rows, person, now, outside }) {
    const action = rows.one(actions, key);
    if (!action) throw notFound("action", key);
    const changes = addProgress(action, text, { by: person, now, everybody: everybody(outside) });
    if (isRefusal(changes)) return changes;
    const row = await rows.change(actions, key, etag ?? action.etag, changes, { by: person, did: "action.progress" });
    return answerOf(actions, row, "shown");
  },
});
