import { expect, it } from "vitest";
import { said } from "../../../test/support/facts.ts";
import { anAction } from "../../../test/support/rows.ts";
import { actionNoEvidence } from "./action-no-evidence.ts";

it.each([
  [
    "a complete action without evidence",
    { actions: [anAction({ status: "complete" })] },
    ["“Retrain the night staff” is marked complete without evidence."],
  ],
  [
    "evidence that says nothing",
    {
      actions: [
        anAction({ status: "effective", evidence: [{ at: "2026-10-02T09:00:00Z", by: "owner", record: "S-1" }] }),
      ],
    },
    ["“Retrain the night staff” is marked complete with evidence that does not say what it shows."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(actionNoEvidence, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  ["an open action without evidence", { actions: [anAction()] }],
] as const)("is silent about %s", (_what, told) => {
  expect(said(actionNoEvidence, told)).toEqual([]);
});
