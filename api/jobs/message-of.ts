import { waitsForItsOwner } from "#domain/actions/due-reminders.ts";
import { isOverdue } from "#domain/actions/due-state.ts";
import { isDone } from "#domain/actions/moves.ts";
import { londonDay } from "#domain/day.ts";
import { authorise, scopeOf } from "#domain/people/authorise.ts";
import { type Action, actions } from "#domain/registers/actions.ts";
import type { OutboxMessage } from "#domain/registers/outbox.ts";
import { signOffs } from "#domain/registers/sign-offs.ts";
import { actionCard, actionVerbs } from "../operations/action-card.ts";
import type { CardFacts, SignOffCardFacts } from "../operations/card-facts.ts";
import { issueNonce } from "../operations/card-nonce.ts";
import { findPerson, nameOf } from "../operations/everybody.ts";
import { expiryOf } from "../operations/open-sign-off.ts";
import { signOffCard, signOffVerbs, stateOfAsk } from "../operations/sign-off-card.ts";
import type { Outside } from "../outside.ts";
import { dayWords } from "../packs/plain-words.ts";
import type { ChannelMessage } from "./channel.ts";
import { type Shown, shownBy, standing } from "./redraw-cards.ts";
import type { ReminderBody } from "./remind-owners.ts";

/** What a message of the outbox says at the moment it is sent; `not-needed` when the thing was done in the meantime. */
export async function messageOf(outside: Outside, message: OutboxMessage): Promise<ChannelMessage | "not-needed"> {
  if (message.kind === "action-reminder") return reminder(outside, message);
  if (message.kind === "sign-off-ask") return signOffAsk(outside, message);
  return isRedraw(message) ? redrawn(outside, message) : "not-needed";
}

const isRedraw = ({ kind }: OutboxMessage): boolean => kind === "sign-off-update" || kind === "action-update";

async function reminder(
  outside: Outside,
  { subject, to, body }: OutboxMessage,
): Promise<ChannelMessage | "not-needed"> {
  const { store, clock } = outside;
  const now = clock();
  const action = await store.fresh(actions, subject);
  const told = to === undefined ? undefined : findPerson(outside, to);
  const { deadline, insteadOf }: ReminderBody = JSON.parse(body ?? "{}");
  if (!action || !told) return "not-needed";
  const stands = action.deadline === deadline && waitsForItsOwner(action) && isOverdue(action, londonDay(now));
  if (!stands) return "not-needed";
  const mayRead = authorise(told, "anyone", "read", scopeOf(actions, { ...action }));
  if (insteadOf !== undefined) return { text: insteadOfSomebody(outside, action, { insteadOf, mayRead }) };
  if (!mayRead) return "not-needed";
  if (told.id !== action.owner) return { text: aboutSomebody(outside, action) };
  return {
    text: `An action of yours was due on ${dayWords(action.deadline)}: ${action.action}`,
    card: await reminderCard(outside, action, told.id),
  };
}

/** To the owner; with buttons until it is done. */
async function reminderCard(outside: Outside, action: Action, owner: string): Promise<CardFacts> {
  const now = outside.clock();
  if (isDone(action)) return { kind: "action", facts: actionCard(outside, action, now, {}) };
  const nonce = await issueNonce(outside, {
    item: action.key,
    itemRegister: "actions",
    itemVersion: action.etag,
    verbs: actionVerbs,
    person: owner,
    expires: expiryOf(now),
  });
  return { kind: "action", facts: actionCard(outside, action, now, { nonce }) };
}

/** To who answers for the owner. */
const aboutSomebody = (outside: Outside, { owner, deadline, action }: Action): string =>
  `${nameOf(outside, owner)} has an action that was due on ${dayWords(deadline)} and is not done: ${action}`;

/** To a deputy, who may not have the right to see the action itself. */
const insteadOfSomebody = (
  outside: Outside,
  { deadline, action }: Action,
  { insteadOf, mayRead }: { readonly insteadOf: string; readonly mayRead: boolean },
): string =>
  `We could not reach ${nameOf(outside, insteadOf)}, whom you stand in for. There is an overdue action, due on ${dayWords(deadline)}${mayRead ? `: ${action}` : ". Please tell them."}`;

async function signOffAsk(outside: Outside, message: OutboxMessage): Promise<ChannelMessage | "not-needed"> {
  const { to } = message;
  const facts = await askFacts(outside, message, "asked");
  if (!facts) return "not-needed";
  return {
    text: to === undefined ? `A sign-off is asked for: ${facts.what}` : `Your sign-off is asked for: ${facts.what}`,
    card: { kind: "sign-off", facts },
  };
}

/** The card of an ask while it stands as it is to be shown; only an open one has buttons. */
async function askFacts(
  outside: Outside,
  { subject, to }: OutboxMessage,
  shows: Shown,
): Promise<SignOffCardFacts | undefined> {
  const { store, clock } = outside;
  const now = clock();
  const ask = await store.fresh(signOffs, subject);
  if (!ask || stateOfAsk(outside, ask, now) !== shows) return undefined;
  const shared = to === undefined;
  const facts = await signOffCard(outside, ask, now, { shared });
  if (shows !== "asked") return facts;
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
  return { ...facts, nonce };
}

/** A card to go in the place of one sent before. */
async function redrawn(outside: Outside, message: OutboxMessage): Promise<ChannelMessage | "not-needed"> {
  const { to, subject, kind } = message;
  const told = to === undefined ? undefined : findPerson(outside, to);
  const shows = shownBy(message);
  if ((to !== undefined && !told) || standing(outside, message) !== shows) return "not-needed";
  if (kind === "sign-off-update") {
    const facts = await askFacts(outside, message, shows);
    return facts ? { text: facts.what, card: { kind: "sign-off", facts } } : "not-needed";
  }
  const action = await outside.store.fresh(actions, subject);
  if (!action || !told || !authorise(told, "anyone", "read", scopeOf(actions, { ...action }))) return "not-needed";
  return { text: action.action, card: await reminderCard(outside, action, told.id) };
}
