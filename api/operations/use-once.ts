import { setTimeout as after } from "node:timers/promises";
import { LineOfSightError } from "#domain/errors.ts";
import { isRefusal, type Refusal, refuse } from "#domain/refusal.ts";
import { type CardAction, cardActions } from "#domain/registers/card-actions.ts";
import type { Outside } from "../outside.ts";
import type { PressAnswer } from "./press.ts";

/** A press nobody finished within this time was cut off: the next delivery goes on with it. */
const LEASE_MS = 60_000;
/** Teams gives up on a press after five seconds. */
const PATIENCE_MS = 4_000;
const LOOK_EVERY_MS = 100;

const by = "system" as const;

/**
 * Uses a card up. Of several deliveries, in however many processes, one marks its row (SharePoint takes only the first
 * change of a version), does the thing and writes down the answer; the others answer the same. A refusal, and a
 * failure that certainly wrote nothing, leave it unused.
 * @param decide is told when the button was first pressed
 */
export async function useOnce(
  outside: Outside,
  first: CardAction,
  decide: (since: string) => Promise<PressAnswer | Refusal>,
): Promise<PressAnswer | Refusal> {
  const { store, clock } = outside;
  let card: CardAction | undefined = first;
  for (const giveUp = Date.now() + PATIENCE_MS; card && Date.now() < giveUp; ) {
    if (card.answer) return JSON.parse(card.answer) as PressAnswer;
    const mine = isFree(card, clock()) ? await marked(outside, card) : undefined;
    if (mine) return finished(outside, mine, decide);
    await after(LOOK_EVERY_MS);
    card = await store.fresh(cardActions, first.key);
  }
  return refuse(
    "card.under-way",
    "This is being recorded at the moment.",
    "Look again in a minute; if nothing has changed, press once more.",
  );
}

const isFree = ({ usedAt, changedAt }: CardAction, now: string): boolean =>
  usedAt === undefined || Date.parse(changedAt) + LEASE_MS < Date.parse(now);

/** The row, marked by us; undefined when somebody else was quicker. */
async function marked({ store, clock }: Outside, card: CardAction): Promise<CardAction | undefined> {
  try {
    const usedAt = card.usedAt ?? clock();
    return await store.change(cardActions, card.key, card.etag, { usedAt }, { by, did: "card-action.use" });
  } catch (error) {
    if (error instanceof LineOfSightError && error.code === "conflict") return undefined;
    throw error;
  }
}

async function finished(
  { store }: Outside,
  card: CardAction,
  decide: (since: string) => Promise<PressAnswer | Refusal>,
): Promise<PressAnswer | Refusal> {
  const free = () => store.change(cardActions, card.key, card.etag, { usedAt: null }, { by, did: "card-action.free" });
  try {
    const answer = await decide(card.usedAt ?? card.changedAt);
    if (isRefusal(answer)) await free();
    else
      await store.change(
        cardActions,
        card.key,
        card.etag,
        { answer: JSON.stringify(answer) },
        { by, did: "card-action.answer" },
      );
    return answer;
  } catch (error) {
    if (error instanceof LineOfSightError && error.code !== "unavailable") await free();
    throw error;
  }
}
