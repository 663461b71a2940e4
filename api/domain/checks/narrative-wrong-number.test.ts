import { expect, it } from "vitest";
import { aCommentary, said } from "../../../test/support/facts.ts";
import { narrativeWrongNumber } from "./narrative-wrong-number.ts";

it.each([
  [
    "another number than the figure",
    { commentary: [{ ...aCommentary, text: "It was 2.2 % [missed-visits]." }] },
    [
      "“Missed visits rose”: “2.2 %” is not a number of the figure it cites. Missed visits: 2.1 % (21 of 1000), target 2.0 % or less.",
    ],
  ],
  [
    "a figure that is not there",
    { commentary: [{ ...aCommentary, text: "It was late [punctuality]." }] },
    ["“Missed visits rose”: There is no figure “punctuality” in this cycle."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(narrativeWrongNumber, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  [
    "a dismissed text",
    { commentary: [{ ...aCommentary, status: "dismissed", text: "It was 2.2 % [missed-visits]." }] },
  ],
  ["a claim without a number", { commentary: [{ ...aCommentary, text: "It rained." }] }],
] as const)("is silent about %s", (_what, told) => {
  expect(said(narrativeWrongNumber, told)).toEqual([]);
});
