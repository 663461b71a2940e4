import { addDays, type Day, type Instant, londonDay } from "../day.ts";
import type { Cycle } from "../registers/cycles.ts";
import type { Import } from "../registers/imports.ts";
import type { PersonalDataRow } from "../registers/personal-data.ts";

/** Originals are kept this long after the last cycle they serve is closed. */
export const KEEP_DAYS = 90;

/** Where one original stands: when it is to be erased, and whether it may be. */
export interface OriginalStanding {
  readonly import: string;
  /** The first day it may be erased; undefined while a cycle it serves is open or none is there yet. */
  readonly due: Day | undefined;
  /** Why it is kept beyond that. */
  readonly held: string | undefined;
}

/** Every original that is still there. One without a period, or that no cycle overlaps, waits for a person to say. */
export function originalsStanding(
  imports: readonly Import[],
  cycles: readonly Cycle[],
  log: readonly PersonalDataRow[],
): readonly OriginalStanding[] {
  const held = holdsIn(log);
  return imports
    .filter(({ sourcePath, originalErasedAt }) => sourcePath !== undefined && originalErasedAt === undefined)
    .map((each) => ({ import: each.key, due: dueOn(each, cycles), held: held.get(each.key) }));
}

/** Originals to erase now. */
export const originalsDue = (standing: readonly OriginalStanding[], now: Instant): readonly OriginalStanding[] =>
  standing.filter(({ due, held }) => due !== undefined && held === undefined && due <= londonDay(now));

/** Key of the import → why it is held; the newest word on each counts. */
export function holdsIn(log: readonly PersonalDataRow[]): ReadonlyMap<string, string> {
  const holds = new Map<string, string>();
  for (const { kind, subject, reason } of log.toSorted((a, b) =>
    a.at < b.at || (a.at === b.at && a.key < b.key) ? -1 : 1,
  ))
    if (kind === "hold") holds.set(subject, reason);
    else if (kind === "release") holds.delete(subject);
  return holds;
}

function dueOn({ periodFrom, periodTo }: Import, cycles: readonly Cycle[]): Day | undefined {
  if (periodFrom === undefined || periodTo === undefined) return undefined;
  const served = cycles.filter((cycle) => cycle.periodFrom <= periodTo && cycle.periodTo >= periodFrom);
  const closed = served.map(closedOn);
  if (closed.length === 0 || closed.includes(undefined)) return undefined;
  return addDays(
    closed
      .map((day) => day ?? "")
      .toSorted()
      .at(-1) ?? "",
    KEEP_DAYS,
  );
}

const closedOn = ({ stage, history, changedAt }: Cycle): Day | undefined =>
  stage === "closed" ? londonDay(history.findLast(({ to }) => to === "closed")?.at ?? changedAt) : undefined;
