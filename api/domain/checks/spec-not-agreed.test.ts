import { expect, it } from "vitest";
import { facts, said } from "../../../test/support/facts.ts";
import { specNotAgreed } from "./spec-not-agreed.ts";

it.each([
  [
    "a commissioner who was not asked",
    { specification: { ...facts().specification, agreedOn: undefined } },
    ["“Westshire evidence pack”: who at the commissioner agreed it, and when, is not recorded."],
  ],
  [
    "leaders who did not approve",
    { specification: { ...facts().specification, status: "in-review" as const } },
    ["“Westshire evidence pack”: senior leadership has not approved it."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(specNotAgreed, told)).toEqual(sentences);
});

it.each([["everything in order", {}]] as const)("is silent about %s", (_what, told) => {
  expect(said(specNotAgreed, told)).toEqual([]);
});
