import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Count, withhold } from "./small-numbers.ts";

const rule = { threshold: 5, share: false };
const of = (...pairs: readonly [number, number][]): Count[] =>
  pairs.map(([numerator, denominator]) => ({ numerator, denominator }));
const sum = (counts: readonly Count[]): Count => ({
  numerator: counts.reduce((total, { numerator }) => total + numerator, 0),
  denominator: counts.reduce((total, { denominator }) => total + denominator, 0),
});
const decide = (cells: readonly Count[], share = false) => withhold(sum(cells), cells, { ...rule, share });

describe("small numbers", () => {
  it.each([
    ["nothing small", of([20, 40], [30, 60]), false, [false, false]],
    ["none at all, which tells of nobody", of([0, 40], [30, 60]), false, [false, false]],
    ["one small cell: the next smallest goes with it", of([2, 40], [30, 60], [9, 50]), false, [true, false, true]],
    [
      "two small cells whose sum is too small: a third goes",
      of([1, 40], [1, 60], [9, 50], [40, 80]),
      false,
      [true, true, true, false],
    ],
    ["two small cells that leave each other free", of([4, 40], [4, 60], [9, 50]), false, [true, true, false]],
    ["a small total: it goes, and its small cells", of([2, 40], [1, 60]), true, [true, true]],
    ["one cell only: the total would be it", of([3, 40]), true, [true]],
    ["no cell left to go with it: the total goes", of([4, 40], [1, 60]), true, [true, true]],
    ["few people, whatever the numerator", of([0, 3], [30, 60], [31, 60]), false, [true, true, false]],
  ] as const)("%s", (_what, cells, total, hidden) => {
    expect(decide(cells)).toEqual({ total, cells: hidden });
  });

  it("tells of those left over only where the policy says so", () => {
    const cells = of([97, 98], [80, 100], [60, 100]);
    expect(decide(cells).cells).toEqual([false, false, false]);
    expect(decide(cells, true).cells).toEqual([true, false, true]);
  });

  const counts = fc.array(
    fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => ({ numerator: Math.min(a, b), denominator: Math.max(a, b) })),
    { minLength: 1, maxLength: 6 },
  );
  const isSmall = (count: number) => count > 0 && count < rule.threshold;

  it("never shows a small number", () => {
    fc.assert(
      fc.property(counts, (cells) => {
        const withheld = decide(cells, true);
        const shown = [...cells.filter((_, at) => !withheld.cells[at]), ...(withheld.total ? [] : [sum(cells)])];
        expect(
          shown
            .flatMap((each) => [each.numerator, each.denominator, each.denominator - each.numerator])
            .filter(isSmall),
        ).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  /** The reader knows the total and what is shown: for each gap, everything it could be, found by trying all. */
  function couldBe(gaps: number, left: number): Set<number> {
    const found = new Set<number>();
    const fill = (at: number, rest: number, firstValue: number) => {
      if (at === gaps - 1) {
        if (rest >= 1) found.add(gaps === 1 ? rest : firstValue);
        return;
      }
      for (let value = 1; value <= rest; value++) fill(at + 1, rest - value, at === 0 ? value : firstValue);
    };
    fill(0, left, left);
    return found;
  }

  it("leaves no small number to be worked out from the total", () => {
    const few = fc.array(
      fc.nat(7).map((numerator) => ({ numerator, denominator: 1_000 })),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(few, (cells) => {
        const withheld = decide(cells);
        const gaps = cells.filter((_, at) => withheld.cells[at]);
        if (withheld.total || !gaps.some(({ numerator }) => isSmall(numerator))) return;
        expect(Math.max(...couldBe(gaps.length, sum(gaps).numerator))).toBeGreaterThanOrEqual(rule.threshold);
        expect(gaps.length).toBeGreaterThan(1);
      }),
      { numRuns: 1_000 },
    );
  });

  it("withholds nothing where nothing is small", () => {
    const large = fc.array(fc.tuple(fc.integer({ min: 5, max: 90 }), fc.integer({ min: 95, max: 500 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(large, (pairs) => {
        expect(decide(of(...pairs), true)).toEqual({ total: false, cells: pairs.map(() => false) });
      }),
    );
  });
});
