import { waitsForItsOwner } from "#domain/actions/due-reminders.ts";
import { isOverdue } from "#domain/actions/due-state.ts";
import { londonDay } from "#domain/day.ts";
import { authorise, scopeOf } from "#domain/people/authorise.ts";
import { actions } from "#domain/registers/actions.ts";
import type { OutboxMessage } from "#domain/registers/outbox.ts";
import { signOffs } from "#domain/registers/sign-offs.ts";
import { actionCard, actionVerbs } from "../operations/action-card.ts";
import { issueNonce } from "../operations/card-nonce.ts";
import { findPerson } from "../operations/everybody.ts";
import { expiryOf } from "../operations/open-sign-off.ts";
import { signOffCard, signOffVerbs, stateOfAsk } from "../operations/sign-off-card.ts";
import type { Outside } from "../outside.ts";
import { dayWords } from "../packs/plain-words.ts";
import type { ChannelMessage } from "./channel.ts";

/** What a message of the outbox says at the moment it is sent; `not-needed` when the thing was done in the meantime. */
export async function messageOf(outside: Outside, message: OutboxMessage): Promise<ChannelMessage | "not-needed"> {
  if (message.kind === "action-reminder") return reminder(outside, message);
  return message.kind === "sign-off-ask" ? signOffAsk(outside, message) : "not-needed";
}

async function reminder(
  outside: Outside,
  { subject, to, body }: OutboxMessage,
): Promise<ChannelMessage | "not-needed"> {
  const { store, clock } = outside;
  const now = clock();
  const action = await store.fresh(actions, subject);
  const owner = to === undefined ? undefined : findPerson(outside, to);
  if (!action || !owner || action.owner !== owner.id) return "not-needed";
  const { deadline }: { deadline?: string } = JSON.parse(body ?? "{}");
  const stands = action.deadline === deadline && waitsForItsOwner(action) && isOverdue(action, londonDay(now));
  if (!stands || !authorise(owner, "anyone", "read", scopeOf(actions, { ...action }))) return "not-needed";
  const nonce = await issueNonce(outside, {
    item: action.key,
    itemRegister: "actions",
    itemVersion: action.etag,
    verbs: actionVerbs,
    person: owner.id,
    expires: expiryOf(now),
  });
  return {
    text: `An action of yours was due on ${dayWords(action.deadline)}: ${action.action}`,
    card: { kind: "action", facts: actionCard(outside, action, now, { nonce }) },
  };
}

async function signOffAsk(outside: Outside, { subject, to }: OutboxMessage): Promise<ChannelMessage | "not-needed"> {
  const { store, clock } = outside;
  const now = clock();
  const ask = await store.fresh(signOffs, subject);
  if (!ask || stateOfAsk(outside, ask, now) !== "asked") return "not-needed";
  const shared = to === undefined;
  const facts = await signOffCard(outside, ask, now, { shared });
  const nonce = await issueNonce(outside, {
    item: ask.key,
    itemRegister: "sign-offs",
    itemVersion: ask.etag,
    contentHash: ask.contentHash,
    verbs: signOffVerbs,
    person: ask.person,
    shared,
    expires: expiryOf(now),
  });
  return {
    text: shared ? `A sign-off is asked for: ${facts.what}` : `Your sign-off is asked for: ${facts.what}`,
    card: { kind: "sign-off", facts: { ...facts, nonce } },
  };
}
