import { expect, it } from "vitest";
import { facts, said } from "../../../test/support/facts.ts";
import { mapMissingSource } from "./map-missing-source.ts";

it.each([
  [
    "a category and an indicator without a source",
    { evidenceMap: [] },
    [
      "“Missed visits” in the section “Visits” has no mapped source.",
      "“Complaints” in the section “Visits” has no mapped source.",
    ],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(mapMissingSource, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  [
    "what the specification does not ask for",
    {
      evidenceMap: facts().evidenceMap.map((each) => ({ ...each, extra: true })),
      specification: { ...facts().specification, sections: [] },
    },
  ],
] as const)("is silent about %s", (_what, told) => {
  expect(said(mapMissingSource, told)).toEqual([]);
});
