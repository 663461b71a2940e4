import { describe, expect, it } from "vitest";
import { sayCondition, sayRule } from "./say-rule.ts";
import { shippedIndicators } from "./shipped/index.ts";

describe("a rule in words", () => {
  it.each([
    [
      { all: [{ present: "planned_start" }, { empty: "visit.actual_start" }] },
      "planned start present and actual start empty",
    ],
    [
      { compare: [{ column: "visit.actual_start" }, "<=", { column: "deadline" }] },
      "actual start is no later than deadline",
    ],
    [
      { compare: [{ minutes: ["visit.actual_start", "planned_start"] }, "<=", { value: 15 }] },
      "minutes from planned start to actual start is at most 15",
    ],
    [
      { compare: [{ column: "visit.actual_min" }, ">=", { percent: 80, of: "planned_min" }] },
      "actual minutes is at least 80 % of the planned minutes",
    ],
    [{ column: "cancelled_by", oneOf: ["person", "hospital"] }, "cancelled by is person or hospital"],
    [{ not: { any: [{ empty: "day" }, { present: "visit.day" }] } }, "not (day empty or visit's day present)"],
  ] as const)("%j", (condition, said) => {
    expect(sayCondition(condition, "planned-visits")).toBe(said);
  });

  it("names the other records that a rate is divided by", () => {
    const incidents = shippedIndicators.find(({ answers }) => answers.code === "incidents-per-1000-hours");
    expect(incidents && sayRule(incidents.rule)).toEqual({
      population: "incidents of home care, supported living and extra care services with the day in the period",
      exclusions: "kind is near-miss",
      numerator: "number of incidents",
      denominator:
        "total actual minutes: visits of home care, supported living and extra care services with the day in the period, where second carer is 0",
    });
  });

  it("has no underscores, dots or signs left, for any shipped indicator", () => {
    for (const { rule } of shippedIndicators)
      for (const words of Object.values(sayRule(rule))) expect(words).not.toMatch(/[_.<>=]/);
  });
});
