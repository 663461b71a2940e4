import type { stages } from "#domain/cycle/stages.ts";
import type { Day } from "#domain/day.ts";
import type { Cycle } from "#domain/registers/cycles.ts";
import type { Call } from "./operation.ts";

/** Something that waits for the person. Its title is never restricted. */
export interface WorkItem {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly due?: Day | undefined;
  readonly overdue: boolean;
  /** Path in the tab. */
  readonly link: string;
}

/** A work item before the calendar has said whether it is late. */
export type Waiting = Omit<WorkItem, "overdue">;

/** The person's own, or of somebody they stand in for. */
export const isMine = ({ person }: Pick<Call, "person">, id: string): boolean =>
  id === person.id || person.deputyFor.includes(id);

/** The day a stage of a cycle should be done by; the cycle's own day where it has none. */
export const dueOf = ({ milestones = [], due }: Cycle, stage: (typeof stages)[number]): Day =>
  milestones.find((each) => each.stage === stage)?.by ?? due;

export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
