import { expect, it } from "vitest";
import { aFigure, aPack, said } from "../../../test/support/facts.ts";
import { packRestated } from "./pack-restated.ts";

it.each([
  [
    "a figure that comes out differently",
    { figures: [{ ...aFigure, status: "revised" }] },
    ["“Missed visits” for 1 Jul to 30 Sept 2026 now counts 21 of 1000, not what was submitted."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(packRestated, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  [
    "a revision the commissioner was told of",
    {
      figures: [{ ...aFigure, status: "revised" }],
      packs: [{ ...aPack, restatements: [{ figure: aFigure.key, was: "2.0 %", now: "2.1 %", told: "By letter" }] }],
    },
  ],
] as const)("is silent about %s", (_what, told) => {
  expect(said(packRestated, told)).toEqual([]);
});
