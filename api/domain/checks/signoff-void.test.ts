import { expect, it } from "vitest";
import { aPack, decisions, said } from "../../../test/support/facts.ts";
import { signoffVoid } from "./signoff-void.ts";

it.each([
  [
    "content that changed after both signed",
    { packs: [{ ...aPack, contentHash: "0".repeat(64) }] },
    ["quality lead", "senior leader"].map(
      (role) => `“${aPack.name}” changed after the ${role} signed it, so that signature is no longer valid.`,
    ),
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(signoffVoid, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  [
    "signatures given again",
    {
      packs: [{ ...aPack, contentHash: "0".repeat(64) }],
      signOffs: [...decisions, ...decisions.map((each) => ({ ...each, contentHash: "0".repeat(64) }))],
    },
  ],
  ["a pack that was replaced", { packs: [{ ...aPack, contentHash: "0".repeat(64), status: "superseded" }] }],
] as const)("is silent about %s", (_what, told) => {
  expect(said(signoffVoid, told)).toEqual([]);
});
