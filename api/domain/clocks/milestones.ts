import type { Day } from "../day.ts";
import type { Stage } from "../registers/stages.ts";
import type { Nation } from "./nation.ts";
import { addWorkingDays, isWorkingDay } from "./working-days.ts";

/** A day by which a stage of a cycle should be behind us. */
export interface Milestone {
  readonly stage: Stage;
  readonly by: Day;
}

/**
 * Working days before the due day by which each stage is finished; `collect` ends with the data cut-off. Our default:
 * good practice names the milestones and leaves the days to the provider, who may edit each calendar entry.
 */
export const milestonePlan = [
  { stage: "define", before: 20 },
  { stage: "collect", before: 15 },
  { stage: "validate", before: 9 },
  { stage: "explain", before: 6 },
  { stage: "approve", before: 3 },
  { stage: "compile", before: 1 },
  { stage: "submit", before: 0 },
] as const satisfies readonly { readonly stage: Stage; readonly before: number }[];

/** The milestones of a submission, counted back in working days. Due on a holiday, it is sent the working day before. */
export function milestonesBefore(
  due: Day,
  nation: Nation,
  extra: readonly Day[] = [],
  plan: readonly { readonly stage: Stage; readonly before: number }[] = milestonePlan,
): readonly Milestone[] {
  const last = isWorkingDay(due, nation, extra) ? due : addWorkingDays(due, -1, nation, extra);
  return plan.map(({ stage, before }) => ({
    stage,
    by: before === 0 ? last : addWorkingDays(last, -before, nation, extra),
  }));
}
