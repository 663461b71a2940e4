import type { Direction } from "../indicator.ts";
import type { Limits } from "./special-cause.ts";

/** Will the process, as it runs now, meet the target? The assurance icon of “Making Data Count”. */
export type Assurance = "will-meet" | "will-miss" | "hit-or-miss";

/**
 * By where the target lies against the latest limits: beyond them on the good side it is always missed, on the bad side
 * always met, between them it is met by chance. Undefined without points, without a target or a better direction.
 */
export function assuranceOf(
  points: readonly Limits[],
  target: number | undefined,
  direction: Direction,
): Assurance | undefined {
  const last = points.at(-1);
  if (last === undefined || target === undefined || direction === "neutral") return undefined;
  const [above, below] =
    direction === "higher-is-better" ? (["will-miss", "will-meet"] as const) : (["will-meet", "will-miss"] as const);
  if (target > last.upper) return above;
  return target < last.lower ? below : "hit-or-miss";
}
