import { expect, it } from "vitest";
import { aReview, facts, said } from "../../../test/support/facts.ts";
import { reviewPeriodMissing } from "./review-period-missing.ts";

it.each([
  ["a service nobody asked", { reviews: [] }, ["Nobody has asked the manager of Ashdown about the period’s data."]],
  [
    "a manager who has not answered",
    { reviews: [{ ...aReview, status: "asked", answer: undefined }] },
    ["The manager of Ashdown has not yet said whether the period’s data matches the service."],
  ],
  [
    "an answer about another period",
    { reviews: [{ ...aReview, period: "2026-04-01_2026-06-30" }] },
    ["Nobody has asked the manager of Ashdown about the period’s data."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(reviewPeriodMissing, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  ["a doubt, which is another check’s", { reviews: [{ ...aReview, answer: "no" }] }],
  ["a service of another contract", { contract: { ...facts().contract, services: [] }, reviews: [] }],
] as const)("is silent about %s", (_what, told) => {
  expect(said(reviewPeriodMissing, told)).toEqual([]);
});
