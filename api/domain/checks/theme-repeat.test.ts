import { expect, it } from "vitest";
import { aTheme, said } from "../../../test/support/facts.ts";
import { anAction } from "../../../test/support/rows.ts";
import { themeRepeat } from "./theme-repeat.ts";

it.each([
  [
    "a second cycle without action",
    { themes: [{ ...aTheme, cyclesSeen: ["a", "b"] }] },
    ["“Missed visits at weekends” is in cycle 2 without action."],
  ],
  [
    "a third cycle without improvement",
    {
      themes: [{ ...aTheme, cyclesSeen: ["a", "b", "c"], verdicts: [] }],
      actions: [anAction({ raisedFrom: "theme-1" })],
    },
    ["“Missed visits at weekends” is in cycle 3 without improvement after action."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(themeRepeat, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  [
    "improvement after action",
    { themes: [{ ...aTheme, cyclesSeen: ["a", "b"] }], actions: [anAction({ raisedFrom: "theme-1" })] },
  ],
  [
    "what was discussed with the commissioner",
    { themes: [{ ...aTheme, cyclesSeen: ["a", "b"], discussedOn: "2026-10-01" }] },
  ],
] as const)("is silent about %s", (_what, told) => {
  expect(said(themeRepeat, told)).toEqual([]);
});
