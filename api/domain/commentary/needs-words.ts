import type { Figure } from "../registers/figures.ts";

/** Signals that say nothing needs explaining, as the control chart or its absence has them. */
const quiet: readonly string[] = ["", "none", "steady", "too-few", "usual"];

/** Why a figure needs commentary, to follow its name: off target, or a signal that chance alone would not give. */
export function needsWords({ rating, signal }: Pick<Figure, "rating" | "signal">): string | undefined {
  if (rating === "not-met") return "is off target";
  const seen = signal?.trim() ?? "";
  return quiet.includes(seen) ? undefined : `shows a signal (${seen})`;
}
