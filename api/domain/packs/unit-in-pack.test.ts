import { expect, it } from "vitest";
import { unitInPack } from "./unit-in-pack.ts";

it.each([
  ["percent", { multiplier: 100, divides: true, decimals: 1, suffix: " %" }],
  ["per-1000-hours", { multiplier: 60_000, divides: true, decimals: 1, suffix: " per 1,000 hours" }],
  ["per-1000-bed-days", { multiplier: 1_000, divides: true, decimals: 1, suffix: " per 1,000 bed days" }],
  ["days", { multiplier: 1, divides: true, decimals: 1, suffix: " days" }],
  ["count", { multiplier: 1, divides: false, decimals: 0, suffix: "" }],
] as const)("explains %s", (unit, expected) => {
  expect(unitInPack(unit, 1)).toEqual({ name: unit, ...expected });
});
