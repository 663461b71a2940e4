import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SpecialCause, specialCauses } from "./special-cause.ts";

/** Points on a chart with centre 0 and limits ±3, so that the outer third starts at 2. */
const chart = (values: readonly number[]) => values.map((value) => ({ value, centre: 0, lower: -3, upper: 3 }));
const where = (cause: SpecialCause, values: readonly number[]) =>
  specialCauses(chart(values)).flatMap((causes, at) => (causes.includes(cause) ? [at] : []));

describe("special cause", () => {
  it.each([
    ["outside", "a point beyond a limit, not one on it", [0, 3, 3.1, -3, -3.1], [2, 4]],
    ["shift", "seven running above the centre", [0, 1, 2, 1, 2, 1, 2, 1, 0], [1, 2, 3, 4, 5, 6, 7]],
    ["shift", "seven running below, and the eighth", [-1, -1, -1, -1, -1, -1, -1, -1], [0, 1, 2, 3, 4, 5, 6, 7]],
    ["shift", "not six", [1, 1, 1, 1, 1, 1, -1], []],
    ["shift", "not seven with one on the centre", [1, 1, 1, 0, 1, 1, 1], []],
    ["trend", "seven running up", [-3, -2, -1, 0, 1, 2, 3, 2], [0, 1, 2, 3, 4, 5, 6]],
    ["trend", "seven running down", [3, 2, 1, 0, -1, -2, -3], [0, 1, 2, 3, 4, 5, 6]],
    ["trend", "not seven with two alike", [-3, -2, -1, -1, 0, 1, 2], []],
    ["trend", "not six", [-2, -1, 0, 1, 2, 3], []],
    ["two-of-three", "two of three beyond two thirds of the way, on one side", [2.5, 1, 2.5], [0, 2]],
    ["two-of-three", "the lower side alike", [-2.1, -2.1, -0.1], [0, 1]],
    ["two-of-three", "not exactly at two thirds", [2, 1, 2], []],
    ["two-of-three", "not when the third is on the other side", [2.5, -0.1, 2.5], []],
    ["two-of-three", "not when one of the two is outside", [3.1, 1, 2.5], []],
  ] as const)("%s: %s", (cause, _what, values, expected) => {
    expect(where(cause, values)).toEqual(expected);
  });

  const values = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 30 });

  it("is the same when the chart is turned upside down, moved or stretched", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -100, max: 100 }), fc.constantFrom(-2, -1, 0.5, 4), (given, by, times) => {
        const changed = chart(given).map(({ value, centre, lower, upper }) => ({
          value: value * times + by,
          centre: centre * times + by,
          lower: Math.min(lower * times, upper * times) + by,
          upper: Math.max(lower * times, upper * times) + by,
        }));
        expect(specialCauses(changed)).toEqual(specialCauses(chart(given)));
      }),
    );
  });

  it("agrees with the rules read literally, point by point", () => {
    fc.assert(
      fc.property(values, (given) => {
        const run = (at: number, test: (from: number) => boolean) =>
          Array.from({ length: 7 }, (_, back) => at - back).some(
            (from) => from >= 0 && from + 7 <= given.length && test(from),
          );
        const seven = (from: number) => given.slice(from, from + 7);
        const steps = (from: number) =>
          seven(from)
            .slice(1)
            .map((value, at) => value - (given[from + at] ?? 0));
        const literal = given.map((value, at) => {
          const causes: SpecialCause[] = [];
          if (Math.abs(value) > 3) causes.push("outside");
          if (run(at, (from) => Math.min(...seven(from)) > 0 || Math.max(...seven(from)) < 0)) causes.push("shift");
          if (run(at, (from) => Math.min(...steps(from)) > 0 || Math.max(...steps(from)) < 0)) causes.push("trend");
          const close = (each = 0) => Math.abs(each) > 2 && Math.abs(each) <= 3;
          const threes = [at - 2, at - 1, at].filter((from) => from >= 0 && from + 3 <= given.length);
          const three = threes.some((from) => {
            const window = given.slice(from, from + 3);
            return (Math.min(...window) > 0 || Math.max(...window) < 0) && window.filter(close).length >= 2;
          });
          if (close(value) && three) causes.push("two-of-three");
          return causes;
        });
        expect(specialCauses(chart(given))).toEqual(literal);
      }),
      { numRuns: 500 },
    );
  });
});
