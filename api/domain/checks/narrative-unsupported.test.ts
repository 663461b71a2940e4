import { expect, it } from "vitest";
import { aCommentary, said } from "../../../test/support/facts.ts";
import { narrativeUnsupported } from "./narrative-unsupported.ts";

it.each([
  [
    "claims with nothing behind them",
    { commentary: [{ ...aCommentary, text: "It rained. It was 2.1 % [missed-visits]. It snowed." }] },
    ["“Missed visits rose”: 2 sentences have nothing behind them."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(narrativeUnsupported, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  ["a manager’s account", { commentary: [{ ...aCommentary, kind: "manager-account", text: "It rained." }] }],
] as const)("is silent about %s", (_what, told) => {
  expect(said(narrativeUnsupported, told)).toEqual([]);
});
