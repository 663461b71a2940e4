import { expect, it } from "vitest";
import { aFigure, facts, said } from "../../../test/support/facts.ts";
import { dataNotCutOff } from "./data-not-cut-off.ts";

it.each([
  ["no cut-off", { cycle: { ...facts().cycle, cutOffAt: undefined } }, ["The data cut-off is not set."]],
  ["no figure", { figures: [] }, ["“Missed visits” has no figure yet."]],
  [
    "a figure that is blocked",
    { figures: [{ ...aFigure, rating: "blocked", blockedReason: "no planned visits" }] },
    ["“Missed visits” is blocked: no planned visits."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(dataNotCutOff, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  ["a figure with nothing due", { figures: [{ ...aFigure, rating: "none-due", denominator: 0 }] }],
] as const)("is silent about %s", (_what, told) => {
  expect(said(dataNotCutOff, told)).toEqual([]);
});
