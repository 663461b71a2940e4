/** One point of a chart with the lines it is judged by. */
export interface Limits {
  readonly value: number;
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
}

/** The four signals of special cause, as NHS England's “Making Data Count” (and the NHS R package) has them. */
export type SpecialCause = "outside" | "shift" | "trend" | "two-of-three";

const RUN = 7;

/**
 * Which signals each point is part of:
 * - `outside`: beyond a limit;
 * - `shift`: seven or more running on one side of the centre (on the centre breaks the run);
 * - `trend`: seven or more running, each higher, or each lower, than the one before;
 * - `two-of-three`: two of three running in the outer third, within the limit, with all three on one side.
 */
export function specialCauses(points: readonly Limits[]): readonly (readonly SpecialCause[])[] {
  const rules = {
    outside: (at: number) => isOutside(points[at]),
    shift: inRun(points, RUN, (window) => sameSide(window)),
    trend: inRun(points, RUN, (window) => rising(window) || rising(window.toReversed())),
    "two-of-three": (at: number) => outerThird(points[at]) && inRun(points, 3, twoOfThree)(at),
  } as const satisfies Record<SpecialCause, (at: number) => boolean>;
  const names = Object.keys(rules) as readonly SpecialCause[];
  return points.map((_point, at) => names.filter((name) => rules[name](at)));
}

/** True for a place that lies in some window of that length for which the test holds. */
const inRun = (points: readonly Limits[], length: number, holds: (window: readonly Limits[]) => boolean) => {
  const found = new Set<number>();
  for (let from = 0; from + length <= points.length; from++)
    if (holds(points.slice(from, from + length))) for (let at = from; at < from + length; at++) found.add(at);
  return (at: number) => found.has(at);
};

/** Above by more than what adding up in floating point can make of equal numbers. */
const above = (one: number, other: number) => one - other > 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));

/** 1 above the centre, -1 below, 0 on it. */
export const side = ({ value, centre }: Limits): -1 | 0 | 1 =>
  above(value, centre) ? 1 : above(centre, value) ? -1 : 0;

const sameSide = (window: readonly Limits[]) =>
  window.every((point) => side(point) === 1) || window.every((point) => side(point) === -1);

const rising = (window: readonly Limits[]) =>
  window.every(({ value }, at) => at === 0 || above(value, window[at - 1]?.value ?? Number.POSITIVE_INFINITY));

const isOutside = (point: Limits | undefined) =>
  point !== undefined && (above(point.value, point.upper) || above(point.lower, point.value));

/** Beyond two thirds of the way to the limit, and not beyond the limit. */
function outerThird(point: Limits | undefined): boolean {
  if (point === undefined || isOutside(point)) return false;
  const { value, centre, lower, upper } = point;
  return above(value, centre + ((upper - centre) * 2) / 3) || above(centre - ((centre - lower) * 2) / 3, value);
}

const twoOfThree = (window: readonly Limits[]) => sameSide(window) && window.filter(outerThird).length >= 2;
