import { expect, it } from "vitest";
import { said } from "../../../test/support/facts.ts";
import { auditChainBroken } from "./audit-chain-broken.ts";

it.each([
  [
    "a trail that does not verify",
    { auditFaults: ["event 7 is missing", "event 9 was altered"] },
    ["The audit trail does not verify: event 7 is missing; event 9 was altered."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(auditChainBroken, told)).toEqual(sentences);
});

it.each([["everything in order", {}]] as const)("is silent about %s", (_what, told) => {
  expect(said(auditChainBroken, told)).toEqual([]);
});
