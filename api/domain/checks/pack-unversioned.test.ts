import { expect, it } from "vitest";
import { aPack, said } from "../../../test/support/facts.ts";
import { packUnversioned } from "./pack-unversioned.ts";

it.each([
  [
    "a draft that was sent",
    { packs: [{ ...aPack, status: "draft" }] },
    [`“${aPack.name}” was sent but is not filed as a version.`],
  ],
  [
    "something sent without a manifest",
    { packs: [{ ...aPack, manifestHash: undefined }] },
    [`“${aPack.name}” was sent but is not filed as a version.`],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(packUnversioned, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  ["a draft that was not sent", { packs: [{ ...aPack, status: "draft", submittedAt: undefined }] }],
] as const)("is silent about %s", (_what, told) => {
  expect(said(packUnversioned, told)).toEqual([]);
});
