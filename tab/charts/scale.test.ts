import fc from "fast-check";
import { expect, it } from "vitest";
import { scaleOf } from "./scale.ts";

const box = { left: 10, right: 110, top: 5, bottom: 55 };
const values = fc.array(fc.double({ min: 0, max: 5000, noNaN: true }), { minLength: 1, maxLength: 30 });

it("keeps every value inside the chart", () => {
  fc.assert(
    fc.property(values, (some) => {
      const { y } = scaleOf(some, some.length, box);
      for (const value of some) {
        expect(y(value)).toBeGreaterThanOrEqual(box.top - 0.001);
        expect(y(value)).toBeLessThanOrEqual(box.bottom + 0.001);
      }
    }),
  );
});

it("puts higher values higher", () => {
  const { y } = scaleOf([2, 8], 2, box);
  expect(y(8)).toBeLessThan(y(2));
});

it("begins at the left and ends at the right", () => {
  const { x } = scaleOf([1, 2, 3], 3, box);
  expect([x(0), x(1), x(2)]).toEqual([10, 60, 110]);
});

it("names round values only", () => {
  expect(scaleOf([1.2, 2.7], 2, box).steps).toEqual([1.5, 2, 2.5]);
});
