import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accuracyOf, wilson } from "./accuracy.ts";

const rows = (agreed: number, differing: number) => [
  ...Array.from({ length: agreed }, () => ({ result: "agrees" as const })),
  ...Array.from({ length: differing }, (_, at) => ({ result: at % 2 ? ("differs" as const) : ("not-found" as const) })),
];

describe("accuracy as first found", () => {
  it("counts what was checked, and what was not found as differing", () => {
    expect(accuracyOf([...rows(8, 2), { result: undefined }])).toMatchObject({ checked: 10, agreed: 8, accuracy: 0.8 });
  });

  it("is nothing, not zero, when nothing was checked", () => {
    expect(accuracyOf([])).toEqual({ checked: 0, agreed: 0, accuracy: undefined, lower: 0, upper: 1 });
  });

  it.each([
    // Published examples: Newcombe, Statistics in Medicine 17 (1998), table I, method 3 (Wilson score).
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i has the published interval", (successes, of, lower, upper) => {
    const interval = wilson(successes, of);
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  it("always lies inside its interval, which lies inside 0 to 1 and mirrors", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (agreed, differing) => {
        fc.pre(agreed + differing > 0);
        const { lower, upper } = wilson(agreed, agreed + differing);
        const share = agreed / (agreed + differing);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(share);
        expect(upper).toBeGreaterThanOrEqual(share);
        expect(wilson(differing, agreed + differing).lower).toBeCloseTo(1 - upper, 10);
      }),
    );
  });
});
