import type { Figure } from "../registers/figures.ts";

/**
 * Why a figure needs commentary, to follow its name: off target, or a signal of the control chart, which a figure keeps
 * as a sentence (“Worse than chance would explain: …”) only when there is one.
 */
export function needsWords({ rating, signal }: Pick<Figure, "rating" | "signal">): string | undefined {
  if (rating === "not-met") return "is off target";
  return signal?.trim() ? "shows a signal" : undefined;
}
