import { expect, it } from "vitest";
import { aCommentary, aFigure, said } from "../../../test/support/facts.ts";
import { narrativeUnexplained } from "./narrative-unexplained.ts";

it.each([
  ["a figure off target", { commentary: [] }, ["“Missed visits” is off target, and nobody has explained it."]],
  [
    "a signal",
    {
      commentary: [],
      figures: [
        { ...aFigure, rating: "met", signal: "Worse than chance would explain: 4.1 % is above what is usual." },
      ],
    },
    ["“Missed visits” shows a signal, and nobody has explained it."],
  ],
  [
    "commentary nobody reviewed",
    { commentary: [{ ...aCommentary, status: "drafted" }] },
    ["“Missed visits” is off target, and its commentary is not reviewed yet."],
  ],
  [
    "a dismissal without a reason",
    { commentary: [{ ...aCommentary, status: "dismissed" }] },
    ["“Missed visits” is off target, and its commentary is not reviewed yet."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(narrativeUnexplained, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  ["a figure on target", { commentary: [], figures: [{ ...aFigure, rating: "met", signal: undefined }] }],
  ["a dismissal with a reason", { commentary: [{ ...aCommentary, status: "dismissed", reason: "One visit of two" }] }],
  ["commentary that cites it", { commentary: [{ ...aCommentary, figures: [] }] }],
] as const)("is silent about %s", (_what, told) => {
  expect(said(narrativeUnexplained, told)).toEqual([]);
});
