import { expect, it } from "vitest";
import { aCommentary, cited, said } from "../../../test/support/facts.ts";
import { narrativeStale } from "./narrative-stale.ts";

it.each([
  [
    "a figure that changed",
    { cited: [{ ...cited, hash: "new" }] },
    ["A figure cited in “Missed visits rose” has changed since it was written."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(narrativeStale, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  ["another figure that changed", { cited: [cited, { ...cited, cite: "punctuality", hash: "new" }] }],
  ["a text without a fingerprint yet", { commentary: [{ ...aCommentary, figuresHash: undefined }], cited: [] }],
] as const)("is silent about %s", (_what, told) => {
  expect(said(narrativeStale, told)).toEqual([]);
});
