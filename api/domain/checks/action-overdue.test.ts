import { expect, it } from "vitest";
import { said } from "../../../test/support/facts.ts";
import { anAction } from "../../../test/support/rows.ts";
import { actionOverdue } from "./action-overdue.ts";

it.each([
  [
    "a deadline that passed yesterday",
    { actions: [anAction({ deadline: "2026-10-11" })] },
    ["“Retrain the night staff” was due on Sun 11 Oct, a day ago."],
  ],
  [
    "a deadline that passed while evidence waits",
    { actions: [anAction({ deadline: "2026-10-02", status: "evidence-offered" })] },
    ["“Retrain the night staff” was due on Fri 2 Oct, 10 days ago."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(actionOverdue, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  ["a deadline today", { actions: [anAction({ deadline: "2026-10-12" })] }],
  ["a complete action", { actions: [anAction({ deadline: "2026-10-01", status: "complete" })] }],
] as const)("is silent about %s", (_what, told) => {
  expect(said(actionOverdue, told)).toEqual([]);
});
