import { createHash } from "node:crypto";
import { type DueReminder, dueReminders } from "#domain/actions/due-reminders.ts";
import { extraDaysOf } from "#domain/clocks/extra-days.ts";
import { londonInstant } from "#domain/clocks/london-time.ts";
import { nextWakingMoment } from "#domain/clocks/waking-hours.ts";
import { londonDay } from "#domain/day.ts";
import { authorise, scopeOf } from "#domain/people/authorise.ts";
import { type Action, actions } from "#domain/registers/actions.ts";
import { contracts } from "#domain/registers/contracts.ts";
import { type OutboxMessage, outbox } from "#domain/registers/outbox.ts";
import { services } from "#domain/registers/services.ts";
import { settings } from "#domain/registers/settings.ts";
import { deputyOf, everybody } from "../operations/everybody.ts";
import type { Outside } from "../outside.ts";

/**
 * Puts one message in the outbox for each step of an overdue action's ladder that has come: to its owner, and later to who
 * answers for them. Who cannot be reached passes it to their deputy. Again and again: each is there once.
 */
export async function remindOwners(outside: Outside): Promise<void> {
  const { store, clock } = outside;
  const due = dueReminders(store.all(actions), londonDay(clock()), (action) => calendarOf(outside, action));
  for (const reminder of due)
    for (const { key, to } of toldBy(outside, reminder)) await put(outside, key, to, reminder, {});
  const waiting = new Map(due.map((reminder) => [reminder.action.key, reminder]));
  for (const message of store.all(outbox)) await passOn(outside, message, waiting.get(message.subject));
}

/** The owner under the reminder's own key; everybody who holds the step's role over the action under one each. */
function toldBy(outside: Outside, { key, action, tells }: DueReminder) {
  if (tells === "owner") return [{ key, to: action.owner }];
  const scope = scopeOf(actions, { ...action });
  return everybody(outside)
    .filter((person) => person.id !== action.owner && authorise(person, [tells], "write", scope))
    .map(({ id }) => ({ key: keyOf(key, id), to: id }));
}

/** A message that found nobody goes to their deputy too, once; from a deputy it goes no further. */
async function passOn(outside: Outside, message: OutboxMessage, reminder: DueReminder | undefined): Promise<void> {
  const { kind, state, to, key, body } = message;
  if (kind !== "action-reminder" || state !== "unreachable" || to === undefined || !reminder) return;
  const { insteadOf, deadline }: ReminderBody = JSON.parse(body ?? "{}");
  if (insteadOf !== undefined || deadline !== reminder.action.deadline) return;
  const deputy = deputyOf(outside, to);
  if (deputy !== undefined) await put(outside, keyOf(key, deputy), deputy, reminder, { insteadOf: to });
}

const keyOf = (key: string, person: string): string =>
  `reminder-${createHash("sha256").update(`${key} ${person}`).digest("hex").slice(0, 32)}`;

/** What a reminder's message is made from. */
export interface ReminderBody {
  /** The deadline it speaks of: once that is moved, it is not needed. */
  readonly deadline?: string;
  /** Whom it should have reached. */
  readonly insteadOf?: string;
}

async function put(
  { store, clock }: Outside,
  key: string,
  to: string,
  { action, on }: DueReminder,
  { insteadOf }: Pick<ReminderBody, "insteadOf">,
): Promise<void> {
  if (store.one(outbox, key)) return;
  const now = clock();
  const morning = londonInstant(on, "08:00:00");
  const body: ReminderBody = { deadline: action.deadline, ...(insteadOf && { insteadOf }) };
  await store.add(
    outbox,
    key,
    {
      kind: "action-reminder",
      to,
      subject: action.key,
      subjectRegister: actions.slug,
      body: JSON.stringify(body),
      dueAt: nextWakingMoment(now > morning ? now : morning),
      attempts: 0,
      state: "due",
    },
    { by: "system", did: "message.put" },
  );
}

function calendarOf({ store }: Outside, { service, contract }: Action) {
  const nation =
    (service && store.one(services, service)?.nation) ||
    (contract && store.one(contracts, contract)?.nation) ||
    "england-and-wales";
  return { nation, extra: extraDaysOf(store.all(settings)[0], nation) };
}
