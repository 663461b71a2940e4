import type { Figure } from "../registers/figures.ts";
import { type FigureValue, figureText } from "./figure-value.ts";
import type { Direction, Indicator } from "./indicator.ts";

export type Rating = Figure["rating"];

/**
 * Where a figure stands against its target. What is rated is the figure as shown, so anyone can check it from the page.
 * Exactly on a line counts as on the good side of it: ≥ where higher is better, ≤ where lower is. Neutral indicators
 * and those without a target are not rated.
 */
export function ratingOf(
  value: FigureValue,
  { direction, target, amber }: Pick<Indicator, "direction" | "target" | "amber">,
): Exclude<Rating, "blocked"> {
  if (value === undefined) return "none-due";
  if (direction === "neutral" || target === undefined) return "no-target";
  if (reaches(value, target, direction)) return "met";
  return amber !== undefined && reaches(value, amber, direction) ? "near" : "not-met";
}

const reaches = (value: number, line: number, direction: Direction) =>
  direction === "lower-is-better" ? value <= line : value >= line;

/** “95.0 % or more”, and just “100.0 %” where there is no more; to stand beside a figure; undefined without a target. */
export function sayTarget({
  direction,
  target,
  unit,
  rounding,
}: Pick<Indicator, "direction" | "target" | "unit" | "rounding">): string | undefined {
  if (direction === "neutral" || target === undefined) return undefined;
  const text = figureText(target, unit, rounding);
  // No figure is better than nothing at all, and no percentage than all of them.
  const lower = direction === "lower-is-better";
  if (lower ? target === 0 : unit === "percent" && target === 100) return text;
  return `${text} or ${lower ? "less" : "more"}`;
}
