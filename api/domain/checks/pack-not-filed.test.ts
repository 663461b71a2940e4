import { expect, it } from "vitest";
import { aPack, said } from "../../../test/support/facts.ts";
import { packNotFiled } from "./pack-not-filed.ts";

it.each([
  [
    "a pack that is only a draft",
    { packs: [{ ...aPack, status: "draft" }] },
    [`“${aPack.name}” is not built and filed.`],
  ],
  ["no files", { packs: [{ ...aPack, files: [] }] }, [`“${aPack.name}” is not built and filed.`]],
  ["no pack", { packs: [] }, ["The pack is not built and filed."]],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(packNotFiled, told)).toEqual(sentences);
});

it.each([["everything in order", {}]] as const)("is silent about %s", (_what, told) => {
  expect(said(packNotFiled, told)).toEqual([]);
});
