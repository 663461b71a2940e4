import { expect, it } from "vitest";
import { aValidationRow, person } from "../../../test/support/rows.ts";
import { validationLog } from "../registers/validation-log.ts";
import { canTakeOn, columnOfCheck } from "./columns-of-checks.ts";

const harriet = person("harriet", ["auditor"]);
const amina = person("amina", ["registered-manager"]);
const eleanor = person("eleanor", ["contracts-manager"]);
const everybody = [harriet, amina, eleanor];
const correction = { treatment: "data-correction" } as const;

it.each([
  ["to-check", {}, "check"],
  ["discrepancy", {}, "cause"],
  ["cause-given", {}, "treatment"],
  ["treated", correction, "correction"],
  ["treated", { ...correction, correctedBy: "leon" }, "re-check"],
  ["treated", { treatment: "narrative-explanation" }, "re-check"],
  ["re-checked", {}, "close"],
  ["agrees", {}, undefined],
  ["closed", {}, undefined],
] as const)("puts a check that is %s %o in the column %s", (status, told, column) => {
  expect(validationLog.fields.status.options).toContain(status);
  expect(columnOfCheck(aValidationRow({ status, ...told }))).toBe(column);
});

it.each([
  ["the checker named", {}, harriet, { checker: "harriet" }, true],
  ["another auditor than the one named", {}, harriet, { checker: "imran" }, false],
  ["the manager, for the cause", { status: "discrepancy", checkedBy: "harriet" }, amina, {}, true],
  ["a manager who checked it", { status: "discrepancy", checkedBy: "amina" }, amina, {}, false],
  ["the auditor, for the cause", { status: "discrepancy" }, harriet, {}, false],
  ["the contracts manager, for the treatment", { status: "cause-given", causeBy: "amina" }, eleanor, {}, true],
  [
    "an auditor who corrected it, for the second check",
    { status: "treated", correctedBy: "harriet" },
    harriet,
    {},
    false,
  ],
  ["anybody, once closed", { status: "closed" }, harriet, {}, false],
] as const)("knows whether it waits for %s", (_who, told, by, plan, expected) => {
  expect(canTakeOn(aValidationRow(told), by, { everybody, ...plan })).toBe(expected);
});
