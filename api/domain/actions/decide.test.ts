import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anAction, person } from "../../../test/support/rows.ts";
import { isRefusal } from "../refusal.ts";
import { actions } from "../registers/actions.ts";
import { type ActionCommand, decideAction } from "./decide.ts";
import { type ActionMove, actionMoves } from "./moves.ts";

const owner = person("owner", ["team-leader"]);
const quality = person("quality", ["quality-lead"]);
const now = "2026-10-12T09:00:00Z";
const evidence = [{ at: now, by: "owner", record: "SUP-12" }];

const commands: Readonly<Record<ActionMove, ActionCommand>> = {
  start: { move: "start" },
  wait: { move: "wait", waitingFor: "the council's equipment team" },
  "offer-evidence": { move: "offer-evidence", record: "SUP-12" },
  accept: { move: "accept" },
  "send-back": { move: "send-back", reason: "Only one record" },
  "judge-effective": { move: "judge-effective", reason: "From 3.4 % to 1.1 %" },
  "judge-not-yet": { move: "judge-not-yet", reason: "Still 3.4 %" },
  "judge-too-early": { move: "judge-too-early", reason: "Two months only" },
  reopen: { move: "reopen", reason: "It came back" },
};
const statuses = actions.fields.status.options ?? [];
const moveNames = Object.keys(actionMoves) as readonly ActionMove[];
const table = moveNames.flatMap((move) => statuses.map((status) => ({ move, status })));

const asked = (
  action: Partial<Parameters<typeof decideAction>[0]>,
  command: ActionCommand,
  by = owner,
  everybody = [owner, quality],
) => decideAction(anAction(action), command, { by, now, everybody });
const ruleOf = (answer: unknown) => (isRefusal(answer) ? answer.refused.rule : "allowed");

describe("an action", () => {
  it.each(table)("$move from $status does what the table of moves says", ({ move, status }) => {
    const isOwners = ["start", "wait", "offer-evidence"].includes(move);
    const answer = asked({ status: status as "open", evidence }, commands[move], isOwners ? owner : quality);
    const { from, to } = actionMoves[move];
    expect(isRefusal(answer) ? ruleOf(answer) : answer.changes.status).toBe(
      from.some((each) => each === status) ? to : "action.not-now",
    );
  });

  it.each([
    [
      "evidence offered by somebody who does not own it",
      { status: "open" },
      commands["offer-evidence"],
      quality,
      "action.not-the-owner",
    ],
    [
      "evidence without a record",
      { status: "open" },
      { move: "offer-evidence", record: " " },
      owner,
      "action.no-evidence",
    ],
    [
      "waiting without saying for whom",
      { status: "open" },
      { move: "wait", waitingFor: " " },
      owner,
      "action.reason-missing",
    ],
    [
      "acceptance by somebody who is not a quality lead",
      { status: "evidence-offered", evidence },
      commands.accept,
      owner,
      "action.not-your-role",
    ],
    [
      "acceptance of one's own action",
      { status: "evidence-offered", evidence, owner: "quality" },
      commands.accept,
      quality,
      "action.own-evidence",
    ],
    [
      "acceptance of evidence one offered",
      { status: "evidence-offered", evidence: [{ at: now, by: "quality", record: "X" }] },
      commands.accept,
      quality,
      "action.own-evidence",
    ],
    ["acceptance without evidence", { status: "evidence-offered" }, commands.accept, quality, "action.no-evidence"],
    [
      "acceptance before the cause is known",
      { status: "evidence-offered", evidence, cause: " " },
      commands.accept,
      quality,
      "action.no-cause",
    ],
    [
      "acceptance of what a commissioner asked for before they were told",
      { status: "evidence-offered", evidence, source: "commissioner-request" },
      commands.accept,
      quality,
      "action.commissioner-not-told",
    ],
    [
      "a verdict without the numbers",
      { status: "complete", evidence },
      { move: "judge-effective", reason: "" },
      quality,
      "action.reason-missing",
    ],
  ] as const)("refuses %s", (_what, action, command, by, rule) => {
    expect(ruleOf(asked(action, command, by))).toBe(rule);
  });

  it("refuses a deputy who stands in for the owner, and the owner's principal, alike", () => {
    const offered = { status: "evidence-offered", evidence } as const;
    const deputy = person("quality", ["quality-lead"], { deputyFor: ["owner"] });
    expect(ruleOf(asked(offered, commands.accept, deputy))).toBe("action.own-evidence");
    const standsIn = person("owner", ["team-leader"], { deputyFor: ["quality"] });
    expect(ruleOf(asked(offered, commands.accept, quality, [standsIn, quality]))).toBe("action.own-evidence");
  });

  it("lets the owner's deputy offer evidence, in the deputy's own name", () => {
    const answer = asked({}, commands["offer-evidence"], person("dep", [], { deputyFor: ["owner"] }));
    expect(answer).toMatchObject({
      changes: { evidence: [{ by: "dep", record: "SUP-12" }], status: "evidence-offered" },
    });
  });

  it("takes the cause from whoever accepts, when it was not yet known", () => {
    expect(
      asked(
        { status: "evidence-offered", evidence, cause: undefined },
        { move: "accept", cause: "No induction" },
        quality,
      ),
    ).toMatchObject({
      changes: { cause: "No induction", acceptedBy: "quality", acceptedAt: now, status: "complete" },
    });
  });

  it("says where it stood and why, for the history", () => {
    expect(asked({ status: "evidence-offered", evidence }, commands["send-back"], quality)).toMatchObject({
      moving: { from: "evidence-offered", to: "in-progress", reason: "Only one record" },
    });
  });

  it("is never completed by its owner or whoever offered its evidence, whatever happens to it", () => {
    const people = ["a", "b", "c"].map((id) => person(id, ["quality-lead"]));
    const step = fc.record({ move: fc.constantFrom(...moveNames), by: fc.constantFrom(...people) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let action = anAction({ owner: "a" });
        for (const { move, by } of steps) {
          const answer = decideAction(action, commands[move], { by, now, everybody: people });
          if (isRefusal(answer)) continue;
          action = { ...action, ...answer.changes };
          const hands = [action.owner, ...(action.evidence ?? []).map((each) => each.by)];
          if (move === "accept") expect(hands).not.toContain(by.id);
          if (action.status === "effective") expect(action.acceptedBy).toBeDefined();
        }
      }),
    );
  });
});
