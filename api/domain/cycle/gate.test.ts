import { describe, expect, it } from "vitest";
import { anImport, anIndicator, aPack, facts, now } from "../../../test/support/facts.ts";
import { person } from "../../../test/support/rows.ts";
import { isRefusal } from "../refusal.ts";
import type { Cycle } from "../registers/cycles.ts";
import { gate } from "./gate.ts";
import { moveStage, sendBack } from "./move-stage.ts";
import { type GatedStage, stageRules, stages } from "./stages.ts";

const eleanor = person("eleanor", ["contracts-manager"]);
const cycleWith = (told: Partial<Cycle>) => ({ ...facts().cycle, ...told });
const untested = [{ ...anIndicator, tests: [] }];
const granted = {
  stage: "define",
  check: "kpi.untested",
  subject: anIndicator.key,
  reason: "Engine upgraded this week",
  askedBy: "grace",
  askedAt: now,
} as const;
const ruleOf = (answer: unknown) => (isRefusal(answer) ? answer.refused.rule : "moved");

describe("a gate", () => {
  it.each(Object.keys(stageRules) as readonly GatedStage[])("of %s is clear where everything is in order", (stage) => {
    expect(gate(stage, facts(), now)).toEqual({ stage, clear: true, blockers: [], excepted: [], qualified: [] });
  });

  it.each([
    ["define", { indicators: untested }, "kpi.untested"],
    ["collect", { imports: [] }, "data.uncovered-period"],
    ["validate", { plans: [] }, "validate.incomplete"],
    ["explain", { commentary: [] }, "narrative.unexplained"],
    ["approve", { signOffs: [] }, "signoff.incomplete"],
    ["compile", { packs: [{ ...aPack, files: [] }] }, "pack.not-filed"],
    ["submit", { packs: [{ ...aPack, submittedAt: undefined }] }, "pack.not-sent"],
  ] as const)("of %s says what blocks it and who can clear it", (stage, told, check) => {
    const { clear, blockers } = gate(stage, facts(told), now);
    expect(clear).toBe(false);
    expect(blockers.map((each) => each.check)).toContain(check);
    for (const { who, say, clear: how } of blockers) expect([who, say, how]).not.toContain("");
  });

  it("names the person where the facts do", () => {
    const reviews = facts().reviews.map((each) => ({ ...each, status: "asked" as const, answer: undefined }));
    expect(gate("collect", facts({ reviews }), now).blockers[0]?.who).toBe("amina, registered manager");
  });

  it("lets through only what two leaders granted, and says so", () => {
    const asked = facts({ indicators: untested, cycle: cycleWith({ exceptions: [granted] }) });
    expect(gate("define", asked, now).clear).toBe(false);
    const exceptions = [{ ...granted, grantedBy: "sunita", grantedAt: now }];
    const both = facts({ indicators: untested, cycle: cycleWith({ exceptions }) });
    expect(gate("define", both, now)).toMatchObject({ clear: true, excepted: [{ check: "kpi.untested" }] });
    const other = facts({
      indicators: [{ ...anIndicator, key: "another", tests: [] }],
      cycle: cycleWith({ exceptions }),
    });
    expect(gate("define", other, now).clear).toBe(false);
  });

  it("lets a gap through that page one owns up to, and nothing else", () => {
    const limitations = "data.uncovered-period: No visits of 21 August to 30 September.";
    const short = { imports: [{ ...anImport, periodTo: "2026-08-20" }], cycle: cycleWith({ limitations }) };
    expect(gate("collect", facts(short), now)).toMatchObject({
      clear: true,
      qualified: [{ check: "data.uncovered-period" }],
    });
    const wrong = { indicators: untested, cycle: cycleWith({ limitations: "kpi.untested: Not tested." }) };
    expect(gate("define", facts(wrong), now).clear).toBe(false);
  });
});

describe("a cycle", () => {
  it.each(Object.entries(stageRules))(
    "goes from %s to what the table says, and notes the day",
    (stage, { next, who }) => {
      const milestones = [{ stage: stage as GatedStage, by: "2026-10-20" }];
      const cycle = cycleWith({ stage: stage as GatedStage, milestones });
      const [role] = who;
      if (!role) throw new Error("nobody may");
      const moved = moveStage(facts({ cycle }), person("x", [role]), now);
      expect(moved).toMatchObject({
        moving: { from: stage, to: next },
        changes: { stage: next, milestones: [{ doneOn: "2026-10-12" }] },
      });
    },
  );

  it("visits every stage once, in order, and ends", () => {
    const walked = stages.slice(1).map((_, at) => stageRules[stages[at] as GatedStage].next);
    expect(walked).toEqual(stages.slice(1));
  });

  it.each([
    ["a gate that is blocked", { indicators: untested }, eleanor, "cycle.gate-blocked"],
    ["somebody whose stage it is not", {}, person("x", ["key-worker"]), "cycle.not-your-role"],
    ["what is closed", { cycle: cycleWith({ stage: "closed" }) }, eleanor, "cycle.closed"],
  ] as const)("refuses %s", (_what, told, by, rule) => {
    expect(ruleOf(moveStage(facts(told), by, now))).toBe(rule);
  });

  it("says in the refusal what is open, who can clear it, and the way on", () => {
    const refused = moveStage(facts({ indicators: untested }), eleanor, now);
    expect(refused).toMatchObject({
      refused: {
        say: "“Define” is not finished: “Missed visits”, edition 1, has no test passed with duckdb.",
        next: "Can be cleared by the quality lead. If the date is at risk, ask the commissioner for more time.",
      },
    });
  });

  it("keeps the exception in its history", () => {
    const exceptions = [{ ...granted, grantedBy: "sunita", grantedAt: now }];
    const moved = moveStage(facts({ indicators: untested, cycle: cycleWith({ exceptions }) }), eleanor, now);
    expect(moved).toMatchObject({ moving: { reason: "with an exception: kpi.untested" } });
  });

  it.each(stages.flatMap((from) => (Object.keys(stageRules) as readonly GatedStage[]).map((to) => ({ from, to }))))(
    "sent back from $from to $to",
    ({ from, to }) => {
      const earlier = stages.indexOf(to) < stages.indexOf(from) && from !== "improve" && from !== "closed";
      const answer = sendBack({ stage: from }, to, { by: eleanor, reason: "A late import" });
      expect(ruleOf(answer)).toBe(earlier ? "moved" : "cycle.not-now");
    },
  );

  it("is sent back only with a reason, by those who look after it", () => {
    expect(ruleOf(sendBack({ stage: "approve" }, "collect", { by: eleanor, reason: " " }))).toBe(
      "cycle.reason-missing",
    );
    expect(ruleOf(sendBack({ stage: "approve" }, "collect", { by: person("x", ["auditor"]), reason: "x" }))).toBe(
      "cycle.not-your-role",
    );
  });
});
