import { expect, it } from "vitest";
import { aReview, said } from "../../../test/support/facts.ts";
import { dataLocalKnowledge } from "./data-local-knowledge.ts";

it.each([
  [
    "a manager who knows better",
    {
      reviews: [
        { ...aReview, localKnowledge: true, indicator: "missed-visits", direction: "higher", size: "five visits" },
      ],
    },
    [
      "The manager of Ashdown says that “Missed visits” does not match the service: the true figure is higher, by about five visits.",
    ],
  ],
  [
    "a plain no",
    { reviews: [{ ...aReview, answer: "no" }] },
    ["The manager of Ashdown says that the period’s data does not match the service."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(dataLocalKnowledge, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  ["a doubt that was resolved", { reviews: [{ ...aReview, answer: "no", status: "resolved" }] }],
  ["another service’s doubt", { reviews: [{ ...aReview, service: "coppice", answer: "no" }] }],
] as const)("is silent about %s", (_what, told) => {
  expect(said(dataLocalKnowledge, told)).toEqual([]);
});
