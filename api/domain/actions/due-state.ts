import { addDays, type Day, daysBetween } from "../day.ts";
import type { Action } from "../registers/actions.ts";
import { isDone } from "./moves.ts";

/** Derived from the deadline, never typed. `due-soon` is today and the six days after it. */
export type DueState = "overdue" | "due-soon" | "open" | "done";

type Dated = Pick<Action, "status" | "deadline">;

export function dueState(action: Dated, today: Day): DueState {
  if (isDone(action)) return "done";
  if (action.deadline < today) return "overdue";
  return action.deadline < addDays(today, 7) ? "due-soon" : "open";
}

/** Past its deadline and not complete. On the day itself it is not overdue. */
export const isOverdue = (action: Dated, today: Day): boolean => dueState(action, today) === "overdue";

/** Whole days past the deadline; 0 when not overdue. */
export const daysOverdue = (action: Dated, today: Day): number =>
  isOverdue(action, today) ? daysBetween(action.deadline, today) : 0;

/** As pages show them: each group soonest deadline first, what is done latest first. */
export function byDueState<A extends Dated & { readonly key: string }>(
  actions: readonly A[],
  today: Day,
): Readonly<Record<DueState, readonly A[]>> {
  const sorted = actions.toSorted((a, b) => a.deadline.localeCompare(b.deadline) || a.key.localeCompare(b.key));
  const only = (state: DueState) => sorted.filter((action) => dueState(action, today) === state);
  return {
    overdue: only("overdue"),
    "due-soon": only("due-soon"),
    open: only("open"),
    done: only("done").toReversed(),
  };
}
