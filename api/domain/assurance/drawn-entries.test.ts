import fc from "fast-check";
import { expect, it } from "vitest";
import { drawnEntries } from "./drawn-entries.ts";

it("draws as many entries as it can, each once, the same for the same seed", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(200), fc.integer({ min: 1, max: 50 }), (seed, entries, size) => {
      const drawn = drawnEntries(seed, { entries, size });
      expect(drawn).toHaveLength(Math.min(entries, size));
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn.every((entry) => entry >= 1 && entry <= entries)).toBe(true);
      expect(drawnEntries(seed, { entries, size })).toEqual(drawn);
    }),
  );
});

it("draws other entries for other seeds", () => {
  const draws = ["a", "b", "c", "d", "e"].map((seed) => drawnEntries(seed, { entries: 100, size: 10 }).join());
  expect(new Set(draws).size).toBeGreaterThan(1);
});
