import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../day.ts";
import type { MonthCell } from "../cells.ts";
import type { Direction } from "../indicator.ts";
import { missedVisits } from "../shipped/missed-visits.ts";
import { assuranceOf } from "./assurance.ts";
import { chartOf } from "./chart.ts";
import { pChart } from "./p-chart.ts";
import { sayAssurance, saySignal } from "./say-chart.ts";
import { xmr } from "./xmr.ts";

const indicator = (direction: Direction = "lower-is-better", target?: number) => ({
  rule: missedVisits.rule,
  unit: "percent" as const,
  rounding: 1,
  direction,
  ...(target !== undefined && { target }),
});

const monthAfter = (count: number) => addDays("2025-01-15", count * 30.4375).slice(0, 7);
/** So many per thousand in each month, from January 2025. */
const months = (numerators: readonly number[], denominator = 1000): readonly MonthCell[] =>
  numerators.map((numerator, at) => ({ month: monthAfter(at), service: "ashdown", numerator, denominator }));

const steady = [20, 22, 19, 21, 20, 18, 21, 22, 19, 20, 21, 20];

describe("limits", () => {
  it("of XmR are the mean ± 2.66 mean ranges, as worked by hand", () => {
    // Mean 11.2; ranges 2, 4, 2, 4, mean 3; 11.2 ± 7.98.
    const lines = xmr([12, 14, 10, 12, 8]);
    expect(lines[0]?.centre).toBeCloseTo(11.2, 10);
    expect(lines[0]?.upper).toBeCloseTo(11.2 + 2.66 * 3, 10);
    expect(lines[4]?.lower).toBeCloseTo(11.2 - 2.66 * 3, 10);
  });

  it("of XmR leave out one enormous range, so that one wild month does not hide others", () => {
    const calm = [10, 11, 10, 11, 10, 11, 10, 11, 10, 11];
    const [line] = xmr([...calm, 60]);
    // Ranges: nine of 1 and one of 49; the mean is 5.8, and 49 ≥ 3.267 × 5.8.
    expect((line?.upper ?? 0) - (line?.centre ?? 0)).toBeCloseTo(2.66, 10);
  });

  it("of a p-chart follow each month's size, as worked by hand, and stay within 0 and 1", () => {
    const [few, many] = pChart([
      { numerator: 1, denominator: 10 },
      { numerator: 9, denominator: 90 },
    ]);
    expect(few).toMatchObject({ centre: 0.1, lower: 0 });
    expect(few?.upper).toBeCloseTo(0.1 + 3 * Math.sqrt(0.09 / 10), 12);
    expect(many?.lower).toBeCloseTo(0.1 - 3 * Math.sqrt(0.09 / 90), 12);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 1 }), (pairs) => {
        const shares = pairs.map(([some, others]) => ({ numerator: some, denominator: some + others + 1 }));
        for (const { centre, lower, upper } of pChart(shares)) {
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(lower <= centre && centre <= upper).toBe(true);
        }
      }),
    );
  });
});

describe("a chart", () => {
  it("flags nothing under 12 months and warns under 13", () => {
    const wild = [...steady.slice(0, 10), 500];
    expect(chartOf(indicator(), months(wild))).toMatchObject({
      variation: "unknown",
      warning: "Only 11 months so far: too few to tell change from chance.",
    });
    expect(chartOf(indicator(), months(wild)).points.flatMap(({ causes }) => causes)).toEqual([]);
    const twelve = chartOf(indicator(), months([...steady.slice(0, 11), 500]));
    expect(twelve).toMatchObject({
      variation: "worsening",
      warning: "Only 12 months so far: the limits may still move.",
    });
    expect(chartOf(indicator(), months([...steady, 20])).warning).toBeUndefined();
  });

  it.each([
    ["higher-is-better", 500, "improving"],
    ["lower-is-better", 500, "worsening"],
    ["neutral", 500, "changed"],
    ["higher-is-better", 0, "worsening"],
    ["lower-is-better", 0, "improving"],
    ["neutral", 0, "changed"],
    ["lower-is-better", 20, "none"],
  ] as const)("where %s calls a last month of %i per thousand %s", (direction, last, variation) => {
    expect(chartOf(indicator(direction), months([...steady, last])).variation).toBe(variation);
  });

  it("sees no signal in the same figure every month, whatever the figure", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 12, max: 40 }), (numerator, count) => {
        expect(chartOf(indicator(), months(Array.from({ length: count }, () => numerator))).variation).toBe("none");
      }),
    );
  });

  it("has a p-chart for few a month, XmR for many, and no point where nothing was due", () => {
    expect(chartOf(indicator(), months(steady)).kind).toBe("xmr");
    const few = chartOf(indicator(), [
      ...months([1, 0, 2], 9),
      { ...(months([0], 0)[0] as MonthCell), month: "2026-01" },
    ]);
    expect(few.kind).toBe("p");
    expect(few.points.map(({ month }) => month)).toEqual(["2025-01", "2025-02", "2025-03"]);
  });

  it("adds up the services of a month", () => {
    const both = [...months([1, 2]), ...months([3, 4]).map((cell) => ({ ...cell, service: "birchwood" }))];
    expect(chartOf(indicator(), both).points.map(({ value }) => value)).toEqual([0.2, 0.3]);
  });
});

describe("assurance", () => {
  const line = [{ value: 50, centre: 50, lower: 40, upper: 60 }];
  it.each([
    ["higher-is-better", 39, "will-meet"],
    ["higher-is-better", 40, "hit-or-miss"],
    ["higher-is-better", 60, "hit-or-miss"],
    ["higher-is-better", 61, "will-miss"],
    ["lower-is-better", 39, "will-miss"],
    ["lower-is-better", 61, "will-meet"],
    ["neutral", 61, undefined],
    ["higher-is-better", undefined, undefined],
  ] as const)("where %s and the target is %s: %s", (direction, target, expected) => {
    expect(assuranceOf(line, target, direction)).toBe(expected);
  });
});

describe("in words", () => {
  it.each([
    [[...steady, 60], "Worse than chance would explain: 6.0 % is above what is usual (up to 2.8 %)."],
    [
      [21, 20, 22, 21, 20, 22, 21, 18, 19, 18, 19, 18, 19, 18],
      "Better than chance would explain: 7 months running below the average.",
    ],
    [[...steady, 20], undefined],
  ])("says what the latest month of %j shows", (numerators, said) => {
    expect(saySignal(chartOf(indicator(), months(numerators)), indicator())).toBe(said);
  });

  it("says what the target means as things run", () => {
    expect(sayAssurance(chartOf(indicator("lower-is-better", 0.5), months(steady)))).toBe(
      "As things run now, the target will not be met: something has to change.",
    );
  });
});
