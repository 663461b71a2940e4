import { LineOfSightError } from "#domain/errors.ts";
import { type Refusal, refuse } from "#domain/refusal.ts";
import type { Outside } from "../outside.ts";
import { dataFiles, snapshotNamed } from "../records/current-data.ts";
import type { CycleScope } from "../records/cycle-figures.ts";
import type { DataFile } from "../records/engine.ts";

/** The data of a cycle as it stood at its cut-off: what is checked is what is reported. Refuses before the cut-off. */
export async function cutOffFiles(
  { store, files }: Outside,
  { cycle }: Pick<CycleScope, "cycle">,
): Promise<readonly DataFile[] | Refusal> {
  if (!cycle.cutOffAt || !cycle.snapshot)
    return refuse(
      "plan.no-cut-off",
      "The data cut-off of this cycle is not set, so the records may still change.",
      "A contracts manager or the quality lead works the figures out and sets the cut-off first.",
    );
  const snapshot = snapshotNamed(store, cycle.snapshot);
  if (!snapshot)
    throw new LineOfSightError(
      "unavailable",
      "The data of this cycle's cut-off is not at hand. Try again in a minute.",
      {
        facts: { snapshot: cycle.snapshot },
      },
    );
  return dataFiles(files, snapshot);
}
