import { expect, it } from "vitest";
import { anImport, said } from "../../../test/support/facts.ts";
import { dataRejectedRows } from "./data-rejected-rows.ts";

it.each([
  ["rows nobody dealt with", { imports: [{ ...anImport, rejected: 3 }] }, ["3 rows of planned.csv could not be read."]],
  [
    "rows accepted without a reason",
    { imports: [{ ...anImport, rejected: 3, rejectsAccepted: true, rejectsReason: " " }] },
    ["3 rows of planned.csv could not be read."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(dataRejectedRows, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  [
    "rows accepted with a reason",
    { imports: [{ ...anImport, rejected: 3, rejectsAccepted: true, rejectsReason: "Test rows" }] },
  ],
  [
    "rows of an import that a later one replaced",
    {
      imports: [
        { ...anImport, rejected: 3 },
        { ...anImport, createdAt: "2026-10-03T09:00:00Z" },
      ],
    },
  ],
  [
    "rows of another period",
    { imports: [{ ...anImport, rejected: 3, periodFrom: "2026-01-01", periodTo: "2026-06-30" }] },
  ],
] as const)("is silent about %s", (_what, told) => {
  expect(said(dataRejectedRows, told)).toEqual([]);
});
