import { describe, expect, it } from "vitest";
import { anAction, person } from "../../../test/support/rows.ts";
import { isRefusal } from "../refusal.ts";
import { addProgress, giveMoreTime, tellCommissioner } from "./keep-going.ts";

const by = person("owner", ["team-leader"]);
const senior = person("grace", ["senior-leader"]);
const contracts = person("eleanor", ["contracts-manager"]);
const now = "2026-10-12T09:00:00Z";
const asking = (person = by) => ({ by: person, now, everybody: [] });
const ruleOf = (answer: unknown) => (isRefusal(answer) ? answer.refused.rule : "allowed");
const moved = { was: "2026-09-01", to: "2026-09-15", reason: "Trainer ill", by: "owner", at: now };

describe("progress", () => {
  it("is added below what was said before", () => {
    const action = anAction({ progress: [{ at: "2026-10-01T09:00:00Z", by: "owner", text: "Booked" }] });
    expect(addProgress(action, " Held ", asking())).toEqual({
      progress: [action.progress?.[0], { at: now, by: "owner", text: "Held" }],
    });
  });

  it.each([
    ["from somebody it does not concern", anAction(), "x", person("x", ["key-worker"]), "action.not-the-owner"],
    ["once complete", anAction({ status: "complete" }), "x", by, "action.complete"],
    ["without a word", anAction(), " ", by, "action.nothing-said"],
  ] as const)("is refused %s", (_when, action, text, who, rule) => {
    expect(ruleOf(addProgress(action, text, asking(who)))).toBe(rule);
  });
});

describe("more time", () => {
  const until = { until: "2026-11-01", reason: "Trainer ill" };

  it("moves the deadline and keeps the old one with the reason", () => {
    expect(giveMoreTime(anAction({ deadlineHistory: [moved] }), until, asking())).toEqual({
      deadline: "2026-11-01",
      deadlineHistory: [moved, { was: "2026-10-01", to: "2026-11-01", reason: "Trainer ill", by: "owner", at: now }],
    });
  });

  it.each([
    ["without a reason", anAction(), { ...until, reason: " " }, by, "action.reason-missing"],
    ["to an earlier day", anAction(), { ...until, until: "2026-09-30" }, by, "action.not-later"],
    ["to a later day that is past already", anAction(), { ...until, until: "2026-10-05" }, by, "action.not-later"],
    ["for somebody else's action", anAction(), until, person("x", ["key-worker"]), "action.not-the-owner"],
    ["once complete", anAction({ status: "effective" }), until, by, "action.complete"],
    ["a third time", anAction({ deadlineHistory: [moved, moved] }), until, by, "action.senior-grants"],
    [
      "when a commissioner asked for it",
      anAction({ source: "commissioner-request" }),
      until,
      by,
      "action.senior-grants",
    ],
  ] as const)("is refused %s", (_when, action, asked, who, rule) => {
    expect(ruleOf(giveMoreTime(action, asked, asking(who)))).toBe(rule);
  });

  it("is granted a third time by a senior leader", () => {
    expect(ruleOf(giveMoreTime(anAction({ deadlineHistory: [moved, moved] }), until, asking(senior)))).toBe("allowed");
  });
});

describe("telling the commissioner", () => {
  it("is recorded with the day and who told them", () => {
    expect(tellCommissioner(anAction(), "2026-10-09", asking(contracts))).toEqual({
      commissionerTold: true,
      commissionerToldOn: "2026-10-09",
      commissionerToldBy: "eleanor",
    });
  });

  it.each([
    ["by the owner alone", anAction(), "2026-10-09", by, "action.not-your-role"],
    ["ahead of time", anAction(), "2026-10-13", contracts, "action.not-yet"],
    ["twice", anAction({ commissionerTold: true }), "2026-10-09", contracts, "action.already-told"],
  ] as const)("is refused %s", (_when, action, on, who, rule) => {
    expect(ruleOf(tellCommissioner(action, on, asking(who)))).toBe(rule);
  });
});
