import { expect, it } from "vitest";
import { said } from "../../../test/support/facts.ts";
import { aValidationRow } from "../../../test/support/rows.ts";
import { validateNoAuditTrail } from "./validate-no-audit-trail.ts";

const corrected = {
  status: "closed",
  treatment: "data-correction",
  correctedBy: "leon",
  correction: "Start was 09:10",
  correctionSource: "Call log 17",
} as const;

it.each([
  [
    "a correction without a reason",
    { validationLog: [aValidationRow({ ...corrected, correction: " " })] },
    ["Ashdown: visit V-1 was corrected without a reason."],
  ],
  [
    "a correction without a source",
    { validationLog: [aValidationRow({ ...corrected, correctionSource: undefined })] },
    ["Ashdown: visit V-1 was corrected without saying where the right value stands."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(validateNoAuditTrail, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  ["a correction with both", { validationLog: [aValidationRow(corrected)] }],
  [
    "a correction still to come",
    { validationLog: [aValidationRow({ status: "treated", treatment: "data-correction" })] },
  ],
] as const)("is silent about %s", (_what, told) => {
  expect(said(validateNoAuditTrail, told)).toEqual([]);
});
