import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleSize, shareSample } from "./sample-size.ts";

describe("how many records to check", () => {
  it.each([
    [1_000_000, 73],
    [1000, 69],
    [100, 43],
    [20, 20],
    [5, 5],
    [0, 0],
  ])("of %i, at 95 % and within 5 points: %i", (frame, size) => {
    expect(sampleSize(frame, { threshold: 95 })).toBe(size);
  });

  it("needs more for a closer answer, and never more than there are", () => {
    expect(sampleSize(5000, { threshold: 95, margin: 2 })).toBeGreaterThan(
      sampleSize(5000, { threshold: 95, margin: 5 }),
    );
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 50, max: 99 }), (frame, threshold) => {
        expect(sampleSize(frame, { threshold })).toBeLessThanOrEqual(frame);
      }),
    );
  });
});

describe("shares of a sample", () => {
  it("follow records and risk", () => {
    const shares = shareSample(12, [
      { name: "ashdown", frame: 100 },
      { name: "birchwood", frame: 100, weight: 2 },
    ]);
    expect(shares.map(({ size }) => size)).toEqual([4, 8]);
  });

  it("add up, exceed no group, and forget none", () => {
    const stratum = fc.record({ name: fc.string(), frame: fc.nat(60), weight: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(fc.array(stratum, { maxLength: 6 }), fc.nat(100), (strata, size) => {
        const shares = shareSample(size, strata);
        const total = strata.reduce((sum, { frame }) => sum + frame, 0);
        const groups = strata.filter(({ frame }) => frame > 0).length;
        expect(shares.reduce((sum, each) => sum + each.size, 0)).toBe(Math.min(total, Math.max(size, groups)));
        for (const each of shares) {
          expect(each.size).toBeLessThanOrEqual(each.frame);
          expect(each.size > 0).toBe(each.frame > 0);
        }
      }),
    );
  });
});
