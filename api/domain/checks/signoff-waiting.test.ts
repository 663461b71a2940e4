import { expect, it } from "vitest";
import { aPack, asks, decisions, said } from "../../../test/support/facts.ts";
import { signoffWaiting } from "./signoff-waiting.ts";

it.each([
  [
    "an answer past its day",
    { signOffs: asks.slice(1).map((each) => ({ ...each, due: "2026-10-11" })) },
    [`The senior leader was asked to sign “${aPack.name}” by Sun 11 Oct and has not answered.`],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(signoffWaiting, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  ["an answer due today", { signOffs: asks.map((each) => ({ ...each, due: "2026-10-12" })) }],
  ["an answer that was given", { signOffs: [...asks.map((each) => ({ ...each, due: "2026-10-01" })), ...decisions] }],
] as const)("is silent about %s", (_what, told) => {
  expect(said(signoffWaiting, told)).toEqual([]);
});
