import { expect, it } from "vitest";
import { aPack, asks, decisions, said } from "../../../test/support/facts.ts";
import { signoffIncomplete } from "./signoff-incomplete.ts";

it.each([
  [
    "a signature that is missing",
    { signOffs: [...asks, ...decisions.slice(0, 1)] },
    [`“${aPack.name}” is not signed by the senior leader.`],
  ],
  [
    "nobody asked",
    { signOffs: [] },
    [
      `“${aPack.name}” is not signed by the quality lead, who has not been asked.`,
      `“${aPack.name}” is not signed by the senior leader, who has not been asked.`,
    ],
  ],
  ["no draft", { packs: [] }, ["There is no draft pack to sign yet."]],
  [
    "a pack that was returned",
    { signOffs: [...asks, ...decisions.map((each) => ({ ...each, decision: "return" as const }))] },
    [`“${aPack.name}” is not signed by the quality lead.`, `“${aPack.name}” is not signed by the senior leader.`],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(signoffIncomplete, told)).toEqual(sentences);
});

it.each([["everything in order", {}]] as const)("is silent about %s", (_what, told) => {
  expect(said(signoffIncomplete, told)).toEqual([]);
});
