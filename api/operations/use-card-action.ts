import { z } from "zod";
import { LineOfSightError } from "#domain/errors.ts";
import { refuse } from "#domain/refusal.ts";
import { cardFacts } from "./card-facts.ts";
import { cardOfNonce, verbsOf } from "./card-nonce.ts";
import { operation } from "./operation.ts";
import { cardNow, decidePress, type Press, press } from "./press.ts";
import { useOnce } from "./use-once.ts";

/** A button on a card was pressed. What it stands for, for whom and until when is in the server's record alone. */
export const useCardAction = operation({
  name: "use-card-action",
  method: "POST",
  path: "/card-actions",
  summary: "Press a button of a card that was sent to you.",
  who: "anyone",
  input: z.strictObject({
    nonce: z.string().min(1).max(128),
    verb: z.enum(["look", "approve", "return", "progress", "offer-evidence", "more-time"]),
    data: z.record(z.string(), z.string().max(2000)).default({}),
  }),
  answer: z.object({ say: z.string(), card: cardFacts.optional() }),
  async run({ nonce, ...pressed }, call) {
    const { outside, person, now } = call;
    const card = await cardOfNonce(outside, nonce);
    if (card?.person !== person.id) return notYours();
    const wanted = pressOf(pressed);
    if (wanted.verb === "look")
      return card.answer ? JSON.parse(card.answer) : looked(await cardNow(call, card, { nonce }));
    if (!verbsOf(card).includes(wanted.verb)) return notYours();
    if (!card.answer && card.expires <= now) return expired();
    return useOnce(outside, card, (since) => decidePress(wanted, card, since, call));
  },
});

function pressOf(pressed: unknown): Press {
  const read = press.safeParse(pressed);
  if (read.success) return read.data;
  throw new LineOfSightError(
    "invalid",
    "Something beside the button is missing or too long. Fill it in and press again.",
  );
}

const looked = (card: z.infer<typeof cardFacts> | undefined) => ({
  say: "This is how it stands now.",
  ...(card && { card }),
});

const notYours = () =>
  refuse(
    "card.unknown",
    "This button is not one of ours, or it is not for you. Nothing was changed.",
    "Open the item in the tab, or ask me for “my work”.",
  );

const expired = () =>
  refuse(
    "card.expired",
    "The time to use this card has passed. Nothing was changed.",
    "Ask me for “my work” to get a new one.",
  );
