import { expect, it } from "vitest";
import { aTheme, said } from "../../../test/support/facts.ts";
import { anAction } from "../../../test/support/rows.ts";
import { improveUnreviewed } from "./improve-unreviewed.ts";

it.each([
  [
    "a theme without a verdict in this cycle",
    { themes: [{ ...aTheme, verdicts: [] }] },
    ["The theme “Missed visits at weekends” has no verdict in this cycle."],
  ],
  [
    "an action nobody looked at",
    { actions: [anAction()] },
    ["Nobody has looked at the action “Retrain the night staff” since the period ended."],
  ],
  [
    "a completed action without a verdict",
    { actions: [anAction({ status: "complete" })] },
    ["Nobody has looked at the action “Retrain the night staff” since the period ended."],
  ],
  [
    "an action last heard of before the period ended",
    { actions: [anAction({ progress: [{ at: "2026-09-30T09:00:00Z", by: "owner", text: "Held" }] })] },
    ["Nobody has looked at the action “Retrain the night staff” since the period ended."],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(improveUnreviewed, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  ["a theme first seen in this period", { themes: [{ ...aTheme, verdicts: [], firstSeen: "2026-08-01" }] }],
  ["a closed theme", { themes: [{ ...aTheme, verdicts: [], status: "closed" }] }],
  [
    "an action with progress since",
    { actions: [anAction({ progress: [{ at: "2026-10-02T09:00:00Z", by: "owner", text: "Held" }] })] },
  ],
  ["an action raised since", { actions: [anAction({ createdAt: "2026-10-03T09:00:00Z" })] }],
] as const)("is silent about %s", (_what, told) => {
  expect(said(improveUnreviewed, told)).toEqual([]);
});
