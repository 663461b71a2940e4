import { describe, expect, it } from "vitest";
import { plans as settled } from "../../../test/support/facts.ts";
import { aValidationRow, person } from "../../../test/support/rows.ts";
import { isRefusal } from "../refusal.ts";
import type { AssurancePlan } from "../registers/assurance-plans.ts";
import { drawPlan, type NewPlan, planResult, recordPlan, widen } from "./plan.ts";

const now = "2026-10-05T09:00:00Z";
const quality = person("quality", ["quality-lead"]);
const harriet = person("harriet", ["auditor"]);
const asking = { by: quality, now, everybody: [quality, harriet] };
const wanted: NewPlan = {
  name: "Visits",
  contract: "westshire",
  direction: "figure-to-source",
  dataset: "visits",
  sampled: "Visits counted in missed visits",
  why: "Riskiest figure",
  seed: "westshire 2026 q3",
  size: 2,
  threshold: 95,
  sampler: "quality",
  checker: "harriet",
};
const [base] = settled as [AssurancePlan];
const recorded: AssurancePlan = { ...base, ...wanted, status: "recorded", drawnAt: undefined };
const drawn: AssurancePlan = { ...recorded, status: "drawn", drawnAt: now };
const ruleOf = (answer: unknown) => (isRefusal(answer) ? answer.refused.rule : "allowed");

describe("an assurance plan", () => {
  it("is written down with its instant, before anything is drawn", () => {
    expect(recordPlan(wanted, asking)).toEqual({ ...wanted, status: "recorded", recordedAt: now });
  });

  it.each([
    ["from another role", {}, person("x", ["contracts-manager"]), "plan.not-your-role"],
    ["without a seed", { seed: " " }, quality, "plan.seed-missing"],
    ["with a threshold anything would meet", { threshold: 10 }, quality, "plan.threshold"],
    ["back from the export itself", { direction: "source-to-figure" }, quality, "plan.independent-source"],
    ["with one person drawing and checking", { checker: "quality" }, quality, "plan.same-person"],
    ["of every case, which needs no seed", { direction: "every-case", seed: undefined }, quality, "allowed"],
  ] as const)("%s is judged as it should be", (_what, told, by, rule) => {
    expect(ruleOf(recordPlan({ ...wanted, ...told }, { ...asking, by }))).toBe(rule);
  });

  it("is not checked by the deputy of who draws it", () => {
    const deputy = person("harriet", ["auditor"], { deputyFor: ["quality"] });
    expect(ruleOf(recordPlan(wanted, { ...asking, everybody: [quality, deputy] }))).toBe("plan.same-person");
  });

  it("is frozen when drawn, and drawn once, by who it names", () => {
    const draw = { frameSize: 100, size: 2, frameHash: "0".repeat(64) };
    expect(drawPlan(recorded, draw, asking)).toEqual({ status: "drawn", drawnAt: now, ...draw });
    expect(ruleOf(drawPlan(drawn, draw, asking))).toBe("plan.drawn-already");
    expect(ruleOf(drawPlan(recorded, draw, { ...asking, by: harriet }))).toBe("plan.not-the-sampler");
    expect(ruleOf(drawPlan({ ...recorded, direction: "every-case" }, draw, asking))).toBe("plan.every-case");
  });
});

describe("how a check came out", () => {
  const row = (result: "agrees" | "differs", service: string) =>
    aValidationRow({ plan: recorded.key, result, service, status: result === "agrees" ? "agrees" : "discrepancy" });
  const bad = [row("agrees", "ashdown"), row("differs", "birchwood")];

  it.each([
    ["before it is drawn", recorded, bad, undefined],
    ["before all are checked", drawn, bad.slice(1), undefined],
    ["with one still to check", drawn, [row("agrees", "ashdown"), aValidationRow({ plan: recorded.key })], undefined],
    ["with all agreeing", drawn, [row("agrees", "ashdown"), row("agrees", "ashdown")], "good-enough"],
    ["below the threshold", drawn, bad, "widen"],
    ["exactly on the threshold", { ...drawn, threshold: 50 }, bad, "good-enough"],
  ])("%s", (_when, plan, rows, result) => {
    expect(planResult(plan, rows)).toBe(result);
  });

  it("widens to every record of the services where something differed", () => {
    const wider = widen(drawn, bad, 120);
    if (isRefusal(wider)) throw new Error(wider.refused.say);
    expect(wider.services).toEqual(["birchwood"]);
    expect(wider.plan).toMatchObject({
      direction: "every-case",
      size: 120,
      frameSize: 120,
      extends: drawn.key,
      threshold: 95,
    });
    expect(ruleOf(recordPlan(wider.plan, asking))).toBe("allowed");
  });

  it("widens nothing that is good enough", () => {
    expect(ruleOf(widen(drawn, [row("agrees", "ashdown"), row("agrees", "ashdown")], 120))).toBe(
      "plan.nothing-to-widen",
    );
  });
});
