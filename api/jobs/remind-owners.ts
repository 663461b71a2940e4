import { dueReminders } from "#domain/actions/due-reminders.ts";
import { extraDaysOf } from "#domain/clocks/extra-days.ts";
import { londonInstant } from "#domain/clocks/london-time.ts";
import { nextWakingMoment } from "#domain/clocks/waking-hours.ts";
import { londonDay } from "#domain/day.ts";
import { type Action, actions } from "#domain/registers/actions.ts";
import { contracts } from "#domain/registers/contracts.ts";
import { outbox } from "#domain/registers/outbox.ts";
import { services } from "#domain/registers/services.ts";
import { settings } from "#domain/registers/settings.ts";
import type { Outside } from "../outside.ts";

/** Puts one reminder in the outbox for each overdue action, when the ladder says so. Again and again: each is there once. */
export async function remindOwners(outside: Outside): Promise<void> {
  const { store, clock } = outside;
  const now = clock();
  const due = dueReminders(store.all(actions), londonDay(now), (action) => calendarOf(outside, action));
  for (const { key, action, on } of due) {
    if (store.one(outbox, key)) continue;
    const morning = londonInstant(on, "08:00:00");
    await store.add(
      outbox,
      key,
      {
        kind: "action-reminder",
        to: action.owner,
        subject: action.key,
        subjectRegister: actions.slug,
        body: JSON.stringify({ deadline: action.deadline }),
        dueAt: nextWakingMoment(now > morning ? now : morning),
        attempts: 0,
        state: "due",
      },
      { by: "system", did: "message.put" },
    );
  }
}

function calendarOf({ store }: Outside, { service, contract }: Action) {
  const nation =
    (service && store.one(services, service)?.nation) ||
    (contract && store.one(contracts, contract)?.nation) ||
    "england-and-wales";
  return { nation, extra: extraDaysOf(store.all(settings)[0], nation) };
}
