import { expect, it } from "vitest";
import { anIndicator, said } from "../../../test/support/facts.ts";
import { kpiUntested } from "./kpi-untested.ts";

it.each([
  [
    "no test",
    { indicators: [{ ...anIndicator, tests: [] }] },
    ["“Missed visits”, edition 1, has no test passed with duckdb."],
  ],
  [
    "a test of another engine",
    { engine: "duckdb 2" },
    ["“Missed visits”, edition 1, has no test passed with duckdb 2."],
  ],
  [
    "a newer edition without a test",
    { indicators: [anIndicator, { ...anIndicator, key: "missed-visits-2", edition: 2, tests: undefined }] },
    ["“Missed visits”, edition 2, has no test passed with duckdb."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(kpiUntested, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  [
    "an edition that is no longer used",
    { indicators: [anIndicator, { ...anIndicator, edition: 0, tests: undefined }] },
  ],
] as const)("is silent about %s", (_what, told) => {
  expect(said(kpiUntested, told)).toEqual([]);
});
