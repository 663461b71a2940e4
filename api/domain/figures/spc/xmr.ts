import type { Limits } from "./special-cause.ts";

/** Limits are the mean ± 2.66 mean moving ranges (3 ÷ 1.128); a range beyond 3.267 mean ranges is no ordinary one. */
const TO_LIMIT = 2.66;
const UPPER_RANGE = 3.267;

/**
 * The XmR chart of values in time order: centre = mean; limits = mean ± 2.66 × mean moving range, after one pass that
 * leaves out ranges of 3.267 × the mean range or more.
 */
export function xmr(values: readonly number[]): readonly Limits[] {
  const centre = mean(values);
  const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)));
  const average = mean(ranges);
  const usual = average === 0 ? 0 : mean(ranges.filter((range) => range < UPPER_RANGE * average));
  const reach = TO_LIMIT * usual;
  return values.map((value) => ({ value, centre, lower: centre - reach, upper: centre + reach }));
}

const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
