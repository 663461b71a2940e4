import { LineOfSightError } from "#domain/errors.ts";
import { type Conversation, conversations } from "#domain/registers/conversations.ts";
import { type OutboxMessage, outbox } from "#domain/registers/outbox.ts";
import type { Outside } from "../outside.ts";
import type { Channel, ChannelMessage, Delivery } from "./channel.ts";
import { messageOf } from "./message-of.ts";
import { chatOf } from "./remember-conversation.ts";

const LEASE_MS = 2 * 60_000;
const REDRAWS_TRIED = 3;

/**
 * Sends what is due. A message goes due → claimed → sending → sent, each step one conditional write, so that of several
 * processes one sends it. A process that stopped before sending leaves a claim that lapses; one that stopped while
 * sending leaves a message that may have arrived: it becomes unknown and is never sent again by itself. Told that the
 * process is stopping, it ends the message it is at and begins no other.
 */
export async function sendDue(outside: Outside, channel: Channel, stopping?: AbortSignal): Promise<void> {
  const { store, clock, log } = outside;
  const now = clock();
  for (const message of store.all(outbox)) {
    if (stopping?.aborted) return;
    const work = cutOff(message, now)
      ? giveUp(outside, message)
      : isDue(outside, message, now) && deliver(outside, channel, message);
    if (!work) continue;
    await work.catch((error: unknown) => {
      const lost = error instanceof LineOfSightError && error.code === "conflict";
      if (!lost) log.error({ event: "outbox.send", message: message.key, result: codeOf(error) });
    });
  }
}

const lapsed = ({ claimedUntil = "" }: OutboxMessage, now: string): boolean => claimedUntil < now;

function isDue(outside: Outside, message: OutboxMessage, now: string): boolean {
  if (message.state === "due") return message.dueAt <= now;
  if (message.state === "claimed") return lapsed(message, now);
  return foundNobody(message) && placeOf(outside, message) !== undefined;
}

/** It was never tried, for want of a place: whoever it is for may have met the bot, or another process, at that moment. */
const foundNobody = ({ state, history }: OutboxMessage): boolean =>
  state === "unreachable" && history.at(-1)?.from === "claimed";

const cutOff = (message: OutboxMessage, now: string): boolean =>
  lapsed(message, now) && (message.state === "sending" || (message.state === "claimed" && triedEnough(message)));

/** A card that cannot be redrawn does no harm, so that it is not tried for ever. */
const triedEnough = ({ activity, attempts }: OutboxMessage): boolean =>
  activity !== undefined && attempts >= REDRAWS_TRIED;

const giveUp = (outside: Outside, message: OutboxMessage): Promise<OutboxMessage> =>
  moved(outside, message, "unknown", { error: "We were stopped while sending it, so it may have arrived." });

async function deliver(outside: Outside, channel: Channel, due: OutboxMessage): Promise<void> {
  const claimed = await moved(outside, due, "claimed", {
    claimedUntil: new Date(Date.parse(outside.clock()) + LEASE_MS).toISOString(),
    attempts: due.attempts + 1,
  });
  const where = placeOf(outside, claimed);
  if (!where) {
    const error = claimed.to ? "They have not met the bot in Teams yet." : "The bot is not in this channel yet.";
    await moved(outside, claimed, "unreachable", { error });
    return;
  }
  const message = await messageOf(outside, claimed);
  if (message === "not-needed") {
    await moved(outside, claimed, "not-needed", {});
    return;
  }
  const sending = await moved(outside, claimed, "sending", {});
  const delivery = await said(channel, where.reference, sending, message).catch((): Delivery => "unknown");
  await moved(outside, sending, ...outcomeOf(delivery, outside.clock()));
}

/** A message that has its activity before it is sent goes in the place of that one. */
async function said(
  channel: Channel,
  reference: string,
  { activity }: OutboxMessage,
  message: ChannelMessage,
): Promise<Delivery> {
  if (activity === undefined || message.card === undefined) return channel.send(reference, message);
  const redrawn = await channel.update(reference, activity, message.card);
  return redrawn === "updated" ? { activityId: activity } : redrawn;
}

const placeOf = (outside: Outside, { to, conversation }: OutboxMessage): Conversation | undefined =>
  to ? chatOf(outside, to) : outside.store.one(conversations, conversation ?? "");

type Changes = Partial<Record<"claimedUntil" | "sentAt" | "activity" | "error", string> & { attempts: number }>;

function outcomeOf(delivery: Delivery, now: string): readonly [OutboxMessage["state"], Changes] {
  if (delivery === "unknown") return ["unknown", { error: "Teams did not say whether it arrived." }];
  if (delivery === "unreachable") return ["unreachable", { error: "Teams refused it or could not be reached." }];
  return ["sent", { sentAt: now, activity: delivery.activityId.slice(0, 255) }];
}

const moved = ({ store }: Outside, message: OutboxMessage, to: OutboxMessage["state"], changes: Changes) =>
  store.change(
    outbox,
    message.key,
    message.etag,
    { ...changes, state: to },
    { by: "system", did: `message.${to}`, from: message.state, to },
  );

const codeOf = (error: unknown): string => (error instanceof LineOfSightError ? error.code : "failed");
