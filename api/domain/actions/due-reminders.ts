import { ladder } from "../clocks/ladder.ts";
import type { Nation } from "../clocks/nation.ts";
import type { Day } from "../day.ts";
import type { Action } from "../registers/actions.ts";
import { isDone } from "./moves.ts";

/** Whose bank holidays count for an action, and the one-off ones of settings. */
export interface Calendar {
  readonly nation: Nation;
  readonly extra: readonly Day[];
}

export interface DueReminder {
  /** Once for each deadline: a moved deadline is a new promise. */
  readonly key: string;
  readonly action: Action;
  /** The working day on which it falls. */
  readonly on: Day;
}

const STEP = "overdue";

/** The step of the ladder at which the owner is told has come, and nothing has been done about it since. */
export function dueReminders(
  actions: readonly Action[],
  today: Day,
  calendarOf: (action: Action) => Calendar,
): readonly DueReminder[] {
  return actions.filter(waitsForItsOwner).flatMap((action) => {
    const { nation, extra } = calendarOf(action);
    const rung = ladder(action.deadline, today, nation, { extra }).find(({ step }) => step === STEP);
    return rung?.reached ? [{ key: reminderKey(action), action, on: rung.on }] : [];
  });
}

export const reminderKey = ({ key, deadline }: Pick<Action, "key" | "deadline">): string =>
  `reminder-${key}-${deadline}-${STEP}`;

/** Evidence that was offered waits for whoever accepts it: its owner has done their part. */
export const waitsForItsOwner = (action: Pick<Action, "status">): boolean =>
  !isDone(action) && action.status !== "evidence-offered";
