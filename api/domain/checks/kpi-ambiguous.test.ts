import { expect, it } from "vitest";
import { anIndicator, aReview, said } from "../../../test/support/facts.ts";
import { kpiAmbiguous } from "./kpi-ambiguous.ts";

const about = (answer: "yes" | "no", at: number) =>
  ({ ...aReview, key: `review-${at}`, subjectKind: "indicator", subject: anIndicator.key, answer }) as const;

it.each([
  [
    "what is not said",
    { indicators: [{ ...anIndicator, window: undefined, boundaries: " " }] },
    ["“Missed visits” lacks over which time; what happens exactly on the line."],
  ],
  [
    "a definition nobody agreed",
    { indicators: [{ ...anIndicator, status: "tested" }] },
    ["“Missed visits” lacks agreement: it is not agreed yet."],
  ],
  [
    "managers who read it differently",
    { reviews: [about("yes", 1), about("no", 2)] },
    ["“Missed visits” lacks one reading: managers read it differently."],
  ],
  ["an indicator nobody defined", { indicators: [] }, ["The indicator “missed visits” is not defined."]],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(kpiAmbiguous, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  ["a difference that was resolved", { reviews: [about("yes", 1), { ...about("no", 2), status: "resolved" }] }],
  ["an indicator nobody asks for", { indicators: [anIndicator, { ...anIndicator, code: "other", window: undefined }] }],
] as const)("is silent about %s", (_what, told) => {
  expect(said(kpiAmbiguous, told)).toEqual([]);
});
