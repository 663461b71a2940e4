import { expect, it } from "vitest";
import { anIndicator, aReview, said } from "../../../test/support/facts.ts";
import { reviewReadinessOpen } from "./review-readiness-open.ts";

const asked = { ...aReview, subjectKind: "indicator", subject: anIndicator.key } as const;

it.each([
  [
    "a question nobody answered",
    { reviews: [{ ...asked, status: "asked", answer: undefined }] },
    ["The manager of Ashdown has not yet said whether “Missed visits” fits the service."],
  ],
  [
    "a concern that is open",
    { reviews: [{ ...asked, answer: "partly" }] },
    ["The manager of Ashdown has a concern about “Missed visits” that is not resolved."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(reviewReadinessOpen, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  ["a concern that was resolved", { reviews: [aReview, { ...asked, answer: "no", status: "resolved" }] }],
] as const)("is silent about %s", (_what, told) => {
  expect(said(reviewReadinessOpen, told)).toEqual([]);
});
