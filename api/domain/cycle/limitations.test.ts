import { describe, expect, it } from "vitest";
import { person } from "../../../test/support/rows.ts";
import { isRefusal } from "../refusal.ts";
import { addLimitation, limitationsOf } from "./limitations.ts";

const grace = person("grace", ["senior-leader"]);
const gap = { check: "data.uncovered-period", say: "No visits of 3 to\n 5 August." };
const ruleOf = (answer: unknown) => (isRefusal(answer) ? answer.refused.rule : "allowed");

describe("a qualified submission", () => {
  it("owns up to one gap a line, and can be read back", () => {
    const once = addLimitation({ stage: "collect" }, gap, grace);
    if (isRefusal(once)) throw new Error(once.refused.say);
    const twice = addLimitation(
      { stage: "validate", ...once },
      { check: "validate.incomplete", say: "Half of the sample." },
      grace,
    );
    if (isRefusal(twice)) throw new Error(twice.refused.say);
    expect(limitationsOf(twice)).toEqual([
      { check: "data.uncovered-period", say: "No visits of 3 to 5 August." },
      { check: "validate.incomplete", say: "Half of the sample." },
    ]);
  });

  it.each([
    [
      "by somebody who is not a senior leader",
      "collect",
      gap,
      person("x", ["contracts-manager"]),
      "cycle.not-your-role",
    ],
    ["for a wrong number", "explain", { ...gap, check: "narrative.wrong-number" }, grace, "cycle.not-a-gap"],
    ["for a check nobody knows", "explain", { ...gap, check: "x.y" }, grace, "cycle.not-a-gap"],
    ["once people sign", "approve", gap, grace, "cycle.too-late-for-limits"],
    ["without words", "collect", { ...gap, say: " \n" }, grace, "cycle.reason-missing"],
  ] as const)("is refused %s", (_how, stage, what, by, rule) => {
    expect(ruleOf(addLimitation({ stage }, what, by))).toBe(rule);
  });
});
