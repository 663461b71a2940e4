import type { AssurancePlan } from "../registers/assurance-plans.ts";
import type { ValidationRow } from "../registers/validation-log.ts";
import { drawnEntries } from "./drawn-entries.ts";

/**
 * Entries of an independent source that are drawn and not yet looked up, counted from 1; undefined for a plan that has
 * none. `own` are the plan's rows of the validation log: their keys end in the entry.
 */
export function entriesLeft(
  { key, direction, seed = "", size, frameSize = 0, drawnAt }: AssurancePlan,
  own: readonly ValidationRow[],
): number[] | undefined {
  if (direction !== "source-to-figure" || drawnAt === undefined) return undefined;
  const done = new Set(
    own.filter(({ result }) => result !== undefined).map((row) => Number(row.key.slice(key.length + 1))),
  );
  return drawnEntries(seed, { entries: frameSize, size }).filter((entry) => !done.has(entry));
}
