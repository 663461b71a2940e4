import type { Day } from "../day.ts";
import type { Role } from "../people/role.ts";
import type { Nation } from "./nation.ts";
import { addWorkingDays } from "./working-days.ts";

/** One step of a ladder: who is told, so many working days after the deadline (before it when negative). */
export interface LadderStep {
  readonly step: string;
  readonly tells: "owner" | Role;
  readonly after: number;
}

/**
 * Reminders about an action, and who hears of it when it stays overdue. Our default: good practice asks for an
 * escalation and names the people, not the days.
 */
export const actionLadder = [
  { step: "due-soon", tells: "owner", after: -2 },
  { step: "overdue", tells: "owner", after: 1 },
  { step: "to-registered-manager", tells: "registered-manager", after: 3 },
  { step: "to-regional-manager", tells: "regional-manager", after: 5 },
  { step: "to-senior-leader", tells: "senior-leader", after: 10 },
] as const satisfies readonly LadderStep[];

/** A step with its day, and whether that day has come. */
export interface Rung extends LadderStep {
  readonly on: Day;
  readonly reached: boolean;
}

/** Every step of a deadline in order, with its day. Whoever asks leaves off once the thing is done. */
export const ladder = (
  deadline: Day,
  today: Day,
  nation: Nation,
  { extra = [], steps = actionLadder }: { extra?: readonly Day[]; steps?: readonly LadderStep[] } = {},
): readonly Rung[] =>
  steps.map((each) => {
    const on = addWorkingDays(deadline, each.after, nation, extra);
    return { ...each, on, reached: on <= today };
  });
