import { type LadderStep, ladder } from "../clocks/ladder.ts";
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
  /** Once for each deadline and step: a moved deadline is a new promise. */
  readonly key: string;
  readonly action: Action;
  readonly step: string;
  /** The owner, or whoever holds this role over the action. */
  readonly tells: LadderStep["tells"];
  /** The working day on which it falls. */
  readonly on: Day;
}

/** Every step of an overdue action's ladder that has come, while nothing has been done about it. */
export function dueReminders(
  actions: readonly Action[],
  today: Day,
  calendarOf: (action: Action) => Calendar,
): readonly DueReminder[] {
  return actions.filter(waitsForItsOwner).flatMap((action) => {
    const { nation, extra } = calendarOf(action);
    return ladder(action.deadline, today, nation, { extra })
      .filter(({ after, reached }) => after > 0 && reached)
      .map(({ step, tells, on }) => ({ key: reminderKey(action, step), action, step, tells, on }));
  });
}

export const reminderKey = ({ key, deadline }: Pick<Action, "key" | "deadline">, step = "overdue"): string =>
  `reminder-${key}-${deadline}-${step}`;

/** Evidence that was offered waits for whoever accepts it: its owner has done their part. */
export const waitsForItsOwner = (action: Pick<Action, "status">): boolean =>
  !isDone(action) && action.status !== "evidence-offered";
