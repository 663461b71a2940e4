import { createHash } from "node:crypto";
import { isDone } from "#domain/actions/moves.ts";
import { actions } from "#domain/registers/actions.ts";
import { type OutboxMessage, outbox } from "#domain/registers/outbox.ts";
import { signOffs } from "#domain/registers/sign-offs.ts";
import type { SignOffCardFacts } from "../operations/card-facts.ts";
import { stateOfAsk } from "../operations/sign-off-card.ts";
import type { Outside } from "../outside.ts";
import type { ReminderBody } from "./remind-owners.ts";

/** What a card shows about its thing: a card that shows another is out of date. */
export type Shown = SignOffCardFacts["state"] | "open" | "done";

/** What the message that redraws a card is made from. */
export interface RedrawBody {
  /** What the card is to show; when that is past by the time it is sent, it is not needed. */
  readonly shows: Shown;
}

/**
 * Puts in the outbox, for each card that was sent and no longer shows how things stand, that it is redrawn in its place:
 * once for each change, whatever becomes of it. Pressing an old card answers rightly, so that one which could not be redrawn
 * does no harm.
 */
export async function redrawCards(outside: Outside): Promise<void> {
  const { store } = outside;
  for (const card of store.all(outbox)) {
    const first = firstShown(card);
    const shows = first && standing(outside, card);
    if (shows === undefined) continue;
    const { count, last } = redrawsOf(store, card);
    if (shows !== (last ? shownBy(last) : first)) await put(outside, card, { count: count + 1, shows });
  }
}

/** What a redrawn card is to show. */
export const shownBy = ({ body }: OutboxMessage): Shown => (JSON.parse(body ?? "{}") as RedrawBody).shows;

/** What a card showed when it was sent; nothing for a message that is no card, or not in Teams. */
function firstShown({ kind, state, activity }: OutboxMessage): Shown | undefined {
  if (state !== "sent" || activity === undefined) return undefined;
  if (kind === "sign-off-ask") return "asked";
  return kind === "action-reminder" ? "open" : undefined;
}

/** What a card about this should show now; nothing when the thing is gone, or whoever was told is not its owner. */
export function standing(
  { store, clock }: Outside,
  { subject, subjectRegister, to, body }: OutboxMessage,
): Shown | undefined {
  if (subjectRegister === signOffs.slug) {
    const ask = store.one(signOffs, subject);
    return ask && stateOfAsk({ store }, ask, clock());
  }
  const action = store.one(actions, subject);
  const { insteadOf }: ReminderBody = JSON.parse(body ?? "{}");
  if (!action || action.owner !== to || insteadOf !== undefined) return undefined;
  return isDone(action) ? "done" : "open";
}

const keyOf = ({ key }: OutboxMessage, count: number): string =>
  `redraw-${createHash("sha256").update(`${key} ${count}`).digest("hex").slice(0, 32)}`;

function redrawsOf(store: Outside["store"], card: OutboxMessage) {
  let last: OutboxMessage | undefined;
  for (let count = 0; ; count += 1) {
    const next = store.one(outbox, keyOf(card, count + 1));
    if (!next) return { count, last };
    last = next;
  }
}

async function put(
  { store, clock }: Outside,
  card: OutboxMessage,
  { count, shows }: { readonly count: number; readonly shows: Shown },
): Promise<void> {
  const { kind, to, conversation, subject, subjectRegister, activity } = card;
  const body: RedrawBody = { shows };
  await store.add(
    outbox,
    keyOf(card, count),
    {
      kind: kind === "sign-off-ask" ? "sign-off-update" : "action-update",
      ...(to && { to }),
      ...(conversation && { conversation }),
      ...(activity && { activity }),
      ...(subjectRegister && { subjectRegister }),
      subject,
      body: JSON.stringify(body),
      dueAt: clock(),
      attempts: 0,
      state: "due",
    },
    { by: "system", did: "message.put" },
  );
}
