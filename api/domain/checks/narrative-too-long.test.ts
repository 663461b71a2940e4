import { expect, it } from "vitest";
import { aCommentary, said } from "../../../test/support/facts.ts";
import { narrativeTooLong } from "./narrative-too-long.ts";

it.each([
  [
    "more words than the budget",
    { commentary: [{ ...aCommentary, text: "word ".repeat(101) }] },
    ["“Visits” has 101 words; its budget is 100."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(narrativeTooLong, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  ["exactly the budget", { commentary: [{ ...aCommentary, text: "word ".repeat(100) }] }],
  ["another section’s words", { commentary: [{ ...aCommentary, section: "other", text: "word ".repeat(101) }] }],
] as const)("is silent about %s", (_what, told) => {
  expect(said(narrativeTooLong, told)).toEqual([]);
});
