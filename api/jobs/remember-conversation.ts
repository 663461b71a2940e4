import { createHash } from "node:crypto";
import { type Conversation, conversations } from "#domain/registers/conversations.ts";
import { outbox } from "#domain/registers/outbox.ts";
import type { Outside } from "../outside.ts";

/** Where the bot met somebody. */
export interface Met {
  readonly conversation: string;
  readonly kind: Conversation["kind"];
  /** In a personal chat: whose it is, by Entra object id. */
  readonly person?: string | undefined;
  /** All the bot needs to speak there, as it wants it back. */
  readonly reference: string;
}

/**
 * Keeps where the bot may speak, once; written again only when how to reach it changed. What certainly did not reach
 * that person or channel before is due again: they can be reached now.
 */
export async function rememberConversation(outside: Outside, met: Met): Promise<void> {
  const { store, clock } = outside;
  const key = keyOf(met.conversation);
  const answers = { ...met, lastSeenAt: clock(), removed: false };
  const act = { by: "system", did: "conversation.keep" } as const;
  const { row, created } = await store.add(conversations, key, answers, act);
  if (!created && (row.reference !== met.reference || row.person !== met.person || row.removed))
    await store.change(conversations, key, row.etag, { ...answers, person: met.person ?? null }, act);
  const waiting = store
    .all(outbox)
    .filter(
      ({ state, to, conversation, activity }) =>
        state === "unreachable" && activity === undefined && (to ? to === met.person : conversation === key),
    );
  for (const message of waiting)
    await store.change(
      outbox,
      message.key,
      message.etag,
      { state: "due", error: null },
      { by: "system", did: "message.reachable", from: "unreachable", to: "due" },
    );
}

/** The key of a conversation, by its id in Teams. */
export const keyOf = (conversation: string): string =>
  `conversation-${createHash("sha256").update(conversation).digest("hex").slice(0, 32)}`;

/** The personal chat of a person, the latest if there are several. */
export const chatOf = ({ store }: Pick<Outside, "store">, person: string): Conversation | undefined =>
  store
    .all(conversations)
    .filter((each) => each.kind === "personal" && each.person === person && !each.removed)
    .toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))[0];
