import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figureText, figureValue, smallNumberNote } from "./figure-value.ts";
import { ratingOf, sayTarget } from "./rating.ts";

describe("a figure", () => {
  it.each([
    [21, 1000, "percent", 1, "2.1 %"],
    [1, 3, "percent", 1, "33.3 %"],
    [1, 1000, "percent", 0, "0 %"],
    [5, 1000, "percent", 0, "1 %"],
    [201, 20_000, "percent", 2, "1.01 %"],
    [0, 0, "percent", 1, "none due"],
    [3, 0, "per-1000-hours", 1, "none due"],
    [0, 12, "percent", 1, "0.0 %"],
    [7, 300_000, "per-1000-hours", 1, "1.4 per 1,000 hours"],
    [2, 310, "per-1000-bed-days", 1, "6.5 per 1,000 bed days"],
    [1234, 0, "count", 1, "1,234"],
    [7, 2, "days", 1, "3.5 days"],
    [1, 8, "ratio", 2, "0.13"],
  ] as const)("of %i in %i, %s to %i places, is shown as %s", (numerator, denominator, unit, rounding, shown) => {
    expect(figureText(figureValue(numerator, denominator, unit, rounding), unit, rounding)).toBe(shown);
  });

  it("is never further from the true share than half of the last place, and halves go up", () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.integer({ min: 1, max: 100_000 }),
        fc.nat(3),
        (numerator, denominator, rounding) => {
          const shown = BigInt(
            Math.round((figureValue(numerator, denominator, "percent", rounding) ?? 0) * 10 ** rounding),
          );
          // 2 × (shown − true) × denominator lies in (−denominator, denominator].
          const apart = 2n * (shown * BigInt(denominator) - BigInt(numerator) * 100n * 10n ** BigInt(rounding));
          expect(apart > -BigInt(denominator) && apart <= BigInt(denominator)).toBe(true);
        },
      ),
    );
  });

  it("of fewer than ten carries a note, of ten or none does not", () => {
    expect(smallNumberNote(6, 8, "percent")).toBe(
      "Only 8 due: 6 of 8. One more or less would move the figure by 13 points.",
    );
    expect(smallNumberNote(6, 9, "percent")).toMatch(/^Only 9 due/);
    for (const due of [0, 10]) expect(smallNumberNote(0, due, "percent")).toBeUndefined();
    expect(smallNumberNote(1, 8, "per-1000-hours")).toBeUndefined();
  });
});

describe("a rating", () => {
  const bands = { target: 90, amber: 75 };
  it.each([
    ["higher-is-better", 90, "met"],
    ["higher-is-better", 89.9, "near"],
    ["higher-is-better", 75, "near"],
    ["higher-is-better", 74.9, "not-met"],
    ["lower-is-better", 90, "met"],
    ["lower-is-better", 90.1, "not-met"],
    ["neutral", 0, "no-target"],
    ["higher-is-better", undefined, "none-due"],
    ["neutral", undefined, "none-due"],
  ] as const)("where %s gives %s: %s", (direction, value, rating) => {
    expect(ratingOf(value, { direction, ...bands })).toBe(rating);
  });

  it("has near up to the amber line where lower is better, and none without a target", () => {
    const few = { direction: "lower-is-better", target: 0.5, amber: 2 } as const;
    expect([0.5, 0.6, 2, 2.1].map((value) => ratingOf(value, few))).toEqual(["met", "near", "near", "not-met"]);
    expect(ratingOf(50, { direction: "higher-is-better" })).toBe("no-target");
  });

  it("is of the figure as shown: 89.96 % is printed as 90.0 % and meets 90", () => {
    expect(ratingOf(figureValue(8996, 10_000, "percent", 1), { direction: "higher-is-better", target: 90 })).toBe(
      "met",
    );
  });

  it("says its target with the side that is good", () => {
    const words = { unit: "percent", rounding: 1 } as const;
    expect(sayTarget({ direction: "higher-is-better", target: 95, ...words })).toBe("95.0 % or more");
    expect(sayTarget({ direction: "lower-is-better", target: 0.5, ...words })).toBe("0.5 % or less");
    expect(sayTarget({ direction: "higher-is-better", target: 100, ...words })).toBe("100.0 %");
    expect(sayTarget({ direction: "lower-is-better", target: 0, ...words })).toBe("0.0 %");
    expect(sayTarget({ direction: "lower-is-better", target: 100, ...words })).toBe("100.0 % or less");
    expect(sayTarget({ direction: "neutral", target: 1, ...words })).toBeUndefined();
  });
});
