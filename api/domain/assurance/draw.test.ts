import fc from "fast-check";
import { expect, it } from "vitest";
import { sampleMultiplier } from "../figures/sample-seed.ts";
import { drawSample } from "./draw.ts";

const frame = Array.from({ length: 200 }, (_, at) => ({
  record: `V-${at}`,
  rk: ((at * 7_919 + 13) % 2_147_483_646) + 1,
  src_row: at,
}));
const drawn = (seed: string, order = frame) => drawSample(order, { seed, size: 10 }).map(({ record }) => record);

it("draws the same records from the same seed, whatever order they come in", () => {
  expect(drawn("westshire 2026 q3", frame.toReversed())).toEqual(drawn("westshire 2026 q3"));
  expect(drawn("another seed")).not.toEqual(drawn("westshire 2026 q3"));
});

it("is in the order that SQL gives, also where rk × a passes what a double can hold", () => {
  const a = BigInt(sampleMultiplier("x"));
  const rest = (rk: number) => (BigInt(rk) * a) % 2_147_483_647n;
  const large = Array.from({ length: 50 }, (_, at) => ({
    record: `${at}`,
    rk: ((at * 1_234_567_891) % 2_147_483_646) + 1,
    src_row: at,
  }));
  const expected = large.toSorted((one, other) => (rest(one.rk) < rest(other.rk) ? -1 : 1));
  expect(drawSample(large, { seed: "x", size: 50 })).toEqual(expected);
});

it("always takes what is always checked, and never the same record twice", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(250), fc.integer({ min: 2, max: 50 }), (seed, size, every) => {
      const always = ({ src_row }: { src_row: number }) => src_row % every === 0;
      const sample = drawSample(frame, { seed, size, always });
      expect(new Set(sample).size).toBe(sample.length);
      for (const record of frame.filter(always)) expect(sample).toContain(record);
      expect(sample.length).toBe(Math.min(frame.length, Math.max(size, frame.filter(always).length)));
    }),
  );
});
