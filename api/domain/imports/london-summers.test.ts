import { expect, it } from "vitest";
import { londonSummers } from "./london-summers.ts";

it.each([
  [2025, "2025-03-30T01:00:00Z", "2025-10-26T01:00:00Z"],
  [2026, "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"],
  [2000, "2000-03-26T01:00:00Z", "2000-10-29T01:00:00Z"],
])("knows the summer of %i", (year, from, to) => {
  expect(londonSummers(year, year)).toEqual([{ from: Date.parse(from) / 60_000, to: Date.parse(to) / 60_000 }]);
});
