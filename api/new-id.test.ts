import { expect, it } from "vitest";
import { randomIds, seededIds } from "./new-id.ts";

const clock = () => "2026-10-12T08:00:00.000Z";

it("makes keys of 26 characters that never repeat", () => {
  const newId = randomIds(clock);
  const made = Array.from({ length: 1000 }, newId);
  expect(new Set(made).size).toBe(1000);
  for (const id of made) expect(id).toMatch(/^[0-9a-z]{26}$/);
});

it("orders keys by when they were made", () => {
  const early = randomIds(() => "2026-10-12T08:00:00.000Z")();
  const late = randomIds(() => "2026-10-12T08:00:00.001Z")();
  expect(early < late).toBe(true);
});

it("makes the same keys again from the same seed, and others from another", () => {
  const three = (seed: string) => Array.from({ length: 3 }, seededIds(clock, seed));
  expect(three("a")).toEqual(three("a"));
  expect(three("a")).not.toEqual(three("b"));
});
