import { expect, it } from "vitest";
import { aPack, facts, said } from "../../../test/support/facts.ts";
import { packNotSent } from "./pack-not-sent.ts";

it.each([
  [
    "a pack that was not sent",
    { packs: [{ ...aPack, submittedAt: undefined }] },
    [`“${aPack.name}”: nobody has recorded that it was sent.`],
  ],
  [
    "another route than agreed",
    { packs: [{ ...aPack, route: "secure-email" }] },
    [`“${aPack.name}”: it was not sent by the agreed route.`],
  ],
  [
    "no agreement",
    { contract: { ...facts().contract, sharingAgreement: undefined } },
    [`“${aPack.name}”: no data-sharing agreement in force covers what is sent.`],
  ],
  [
    "an agreement that ended",
    { contract: { ...facts().contract, sharingUntil: "2026-10-11" } },
    [`“${aPack.name}”: no data-sharing agreement in force covers what is sent.`],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(packNotSent, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  ["an agreement that ends today", { contract: { ...facts().contract, sharingUntil: "2026-10-12" } }],
] as const)("is silent about %s", (_what, told) => {
  expect(said(packNotSent, told)).toEqual([]);
});
