import { z } from "zod";
import { type ActionCommand, decideAction } from "#domain/actions/decide.ts";
import { actionMoves } from "#domain/actions/moves.ts";
import { notFound } from "#domain/errors.ts";
import { isRefusal } from "#domain/refusal.ts";
import { actions } from "#domain/registers/actions.ts";
import { everybody } from "./everybody.ts";
import { operation } from "./operation.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

const words = (most: number) => z.string().trim().min(1, "say it in a sentence").max(most);
const day = z.iso.date("must be a date such as 2026-10-31");

const command = z.discriminatedUnion("move", [
  z.strictObject({ move: z.literal("start") }),
  z.strictObject({ move: z.literal("wait"), waitingFor: words(255), chasedOn: day.optional() }),
  z.strictObject({
    move: z.literal("offer-evidence"),
    record: z.string().trim().max(255),
    note: z.string().max(2000).optional(),
  }),
  z.strictObject({ move: z.literal("accept"), cause: z.string().max(60_000).optional() }),
  z.strictObject({ move: z.enum(["send-back", "reopen"]), reason: z.string().max(2000) }),
  z.strictObject({
    move: z.enum(["judge-effective", "judge-not-yet", "judge-too-early"]),
    reason: z.string().max(2000),
  }),
]);

/** Makes one move of an action: start, wait, offer evidence, accept, send back, judge, open again. */
export const moveAction = operation({
  name: "move-action",
  method: "POST",
  path: "/actions/:key/moves",
  summary: `Move an action on: ${Object.values(actionMoves)
    .map(({ says }) => says)
    .join(", ")}.`,
  who: "anyone",
  input: z.strictObject({ key: z.string(), etag: z.string().min(1), command }),
  answer: rowAnswer,
  async run({ key, etag, command }, { rows, person, now, outside }) {
    const action = rows.one(actions, key);
    if (!action) throw notFound("action", key);
    const decision = decideAction(action, command satisfies ActionCommand, {
      by: person,
      now,
      everybody: everybody(outside),
    });
    if (isRefusal(decision)) return decision;
    const { changes, moving } = decision;
    const row = await rows.change(actions, key, etag, emptied(changes), {
      by: person,
      did: `action.${command.move}`,
      ...moving,
    });
    return answerOf(actions, row, "shown");
  },
});

/** A decision says undefined for what is to be emptied; the store says null. */
export const emptied = <T extends object>(changes: T): { [K in keyof T]: T[K] | null } =>
  Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value ?? null])) as {
    [K in keyof T]: T[K] | null;
  };
