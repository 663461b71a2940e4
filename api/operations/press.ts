import { z } from "zod";
import { isRefusal, type Refusal } from "#domain/refusal.ts";
import { actions } from "#domain/registers/actions.ts";
import type { CardAction } from "#domain/registers/card-actions.ts";
import { signOffs } from "#domain/registers/sign-offs.ts";
import { dayWords } from "../packs/plain-words.ts";
import { actionCard } from "./action-card.ts";
import { actionMoreTime } from "./action-more-time.ts";
import { actionProgress } from "./action-progress.ts";
import type { CardFacts } from "./card-facts.ts";
import { decideSignOff } from "./decide-sign-off.ts";
import { moveAction } from "./move-action.ts";
import type { Call } from "./operation.ts";
import { signOffCard } from "./sign-off-card.ts";

const words = (most: number) => z.string().trim().min(1).max(most);

/** A button that was pressed, and what was typed beside it. */
export const press = z.discriminatedUnion("verb", [
  z.strictObject({ verb: z.literal("look"), data: z.strictObject({}) }),
  z.strictObject({ verb: z.literal("approve"), data: z.strictObject({}) }),
  z.strictObject({ verb: z.literal("return"), data: z.strictObject({ reason: words(1000) }) }),
  z.strictObject({ verb: z.literal("progress"), data: z.strictObject({ text: words(2000) }) }),
  z.strictObject({
    verb: z.literal("offer-evidence"),
    data: z.strictObject({ record: words(255), note: words(2000) }),
  }),
  z.strictObject({ verb: z.literal("more-time"), data: z.strictObject({ until: z.iso.date(), reason: words(1000) }) }),
]);

export type Press = z.infer<typeof press>;
type Deciding = Exclude<Press, { readonly verb: "look" }>;

export interface PressAnswer {
  readonly say: string;
  readonly card?: CardFacts | undefined;
}

/** The name in the row's history of what a button does to an action. */
const did = { progress: "action.progress", "offer-evidence": "action.offer-evidence", "more-time": "action.more-time" };

/** The card as it now stands; nothing when what it is about is gone. */
export async function cardNow(
  { outside, now }: Pick<Call, "outside" | "now">,
  { item, itemRegister, shared }: CardAction,
  open: { readonly nonce?: string; readonly answered?: string },
): Promise<CardFacts | undefined> {
  const { store } = outside;
  if (itemRegister === actions.slug) {
    const action = await store.fresh(actions, item);
    return action && { kind: "action", facts: actionCard(outside, action, now, open) };
  }
  const ask = await store.fresh(signOffs, item);
  if (!ask) return undefined;
  const facts = await signOffCard(outside, ask, now, { shared });
  return { kind: "sign-off", facts: { ...facts, ...(facts.state === "asked" && open.nonce && { nonce: open.nonce }) } };
}

/**
 * Does what a button says, through the same operation as the tab. When a process stopped after doing it and before
 * saying so, the action's own history tells, and it is not done again.
 * @param since when the button was first pressed
 */
export async function decidePress(
  press: Deciding,
  card: CardAction,
  since: string,
  call: Call,
): Promise<PressAnswer | Refusal> {
  const done =
    card.itemRegister === actions.slug ? await onAction(press, card, since, call) : await onAsk(press, card, call);
  if (isRefusal(done)) return done;
  const { say, answered } = done;
  return { say, card: await cardNow(call, card, answered === undefined ? {} : { answered }) };
}

interface Done {
  readonly say: string;
  readonly answered?: string;
}

async function onAsk(press: Deciding, { item, contentHash = "" }: CardAction, call: Call): Promise<Done | Refusal> {
  if (press.verb !== "approve" && press.verb !== "return") throw new TypeError(`A sign-off has no ${press.verb}.`);
  const reason = press.verb === "return" ? { reason: press.data.reason } : {};
  const decided = await decideSignOff.run(
    { key: item, decision: press.verb, contentHash, via: "card", ...reason },
    call,
  );
  if (isRefusal(decided)) return decided;
  if (!("decision" in decided)) throw new TypeError("A sign-off answers with its decision.");
  const how = decided.decision === "approve" ? "Signed" : "Returned";
  return { say: decided.already ? `${how} already; nothing was changed.` : `${how}. Thank you.` };
}

async function onAction(press: Deciding, { item }: CardAction, since: string, call: Call): Promise<Done | Refusal> {
  if (press.verb === "approve" || press.verb === "return") throw new TypeError(`An action has no ${press.verb}.`);
  const action = await call.outside.store.fresh(actions, item);
  const mine = action?.history.some(
    (moved) => moved.by === call.person.id && moved.did === did[press.verb] && moved.at >= since,
  );
  if (mine) return saidOf(press);
  const about = { key: item, etag: action?.etag ?? "" };
  const { verb, data } = press;
  const result =
    verb === "progress"
      ? await actionProgress.run({ ...about, ...data }, call)
      : verb === "more-time"
        ? await actionMoreTime.run({ ...about, ...data }, call)
        : await moveAction.run({ ...about, command: { move: verb, ...data } }, call);
  return isRefusal(result) ? result : saidOf(press);
}

/** What was typed as progress or evidence is restricted, so that no card repeats it. */
function saidOf(press: Exclude<Deciding, { readonly verb: "approve" | "return" }>): Done {
  switch (press.verb) {
    case "progress":
      return { say: "Thank you, your progress is recorded.", answered: "You said how far it is." };
    case "offer-evidence":
      return {
        say: "Thank you, your evidence is recorded. The quality lead looks at it next.",
        answered: "You offered evidence; the quality lead looks at it next.",
      };
    case "more-time":
      return {
        say: `Thank you. The deadline is now ${dayWords(press.data.until)}.`,
        answered: `You asked for more time, until ${dayWords(press.data.until)}.`,
      };
  }
}
