import { expect, it } from "vitest";
import { aValidationRow, person } from "../../../test/support/rows.ts";
import { agreeTreatment } from "./agree-treatment.ts";

const lead = person("niamh", ["quality-lead"]);
const row = aValidationRow({ status: "cause-given", checkedBy: "harriet", causeBy: "amina" });

it("records the quality lead's own agreement", () => {
  expect(agreeTreatment(row, { by: lead, everybody: [lead] })).toEqual({ treatmentAgreedBy: "niamh" });
});

it.each([
  ["somebody who is not a quality lead", row, person("eleanor", ["contracts-manager"]), "check.not-your-role"],
  ["who checked the record", { ...row, checkedBy: "niamh" }, lead, "check.own-work"],
  ["who stands in for the one who gave the cause", row, { ...lead, deputyFor: ["amina"] }, "check.own-work"],
  ["agreement after the treatment", { ...row, status: "treated" as const }, lead, "check.not-now"],
] as const)("refuses %s", (_what, of, by, rule) => {
  expect(agreeTreatment(of, { by, everybody: [by] })).toMatchObject({ refused: { rule } });
});
