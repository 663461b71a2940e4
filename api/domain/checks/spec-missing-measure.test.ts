import { expect, it } from "vitest";
import { anIndicator, said } from "../../../test/support/facts.ts";
import { specMissingMeasure } from "./spec-missing-measure.ts";

it.each([
  [
    "a target for what no section reports",
    { indicators: [anIndicator, { ...anIndicator, key: "punctuality-1", code: "punctuality", name: "Punctuality" }] },
    ["The contract sets a target for “Punctuality”, which no section reports."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(specMissingMeasure, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  [
    "another contract’s target",
    {
      indicators: [
        anIndicator,
        { ...anIndicator, code: "punctuality", targets: [{ contract: "eastmoor", target: 90 }] },
      ],
    },
  ],
] as const)("is silent about %s", (_what, told) => {
  expect(said(specMissingMeasure, told)).toEqual([]);
});
