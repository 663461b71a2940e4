import { type Stage, stages } from "../cycle/stages.ts";
import type { Cycle } from "../registers/cycles.ts";
import type { Figure } from "../registers/figures.ts";
import type { Pack } from "../registers/packs.ts";

interface Around {
  readonly cycle: Pick<Cycle, "snapshot" | "cutOffAt" | "stage"> | undefined;
  /** The packs of the figure's cycle. */
  readonly packs: readonly Pick<Pack, "submittedAt">[];
}

const isPast = (stage: Stage, mark: Stage): boolean => stages.indexOf(stage) > stages.indexOf(mark);

/**
 * How far a figure has come with its cycle: computed, cut off with the data, validated when its records were checked,
 * submitted with the pack. What was submitted or revised stays so; so does a figure of other data than the cycle's.
 */
export function figureStanding(
  { status, snapshot }: Pick<Figure, "status" | "snapshot">,
  { cycle, packs }: Around,
): Figure["status"] {
  if (!cycle || status === "submitted" || status === "revised") return status;
  if (cycle.snapshot !== snapshot) return "computed";
  if (packs.some(({ submittedAt }) => submittedAt !== undefined)) return "submitted";
  if (!cycle.cutOffAt) return "computed";
  return isPast(cycle.stage, "validate") ? "validated" : "cut-off";
}
