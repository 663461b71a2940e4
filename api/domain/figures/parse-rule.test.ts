import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineageOf } from "./compile/lineage-query.ts";
import { parseRule, parseRuleTexts } from "./parse-rule.ts";
import type { Condition } from "./rule.ts";

const rule = (where: unknown, extra = {}) => ({
  population: { dataset: "planned-visits", by: "day" },
  numerator: { count: "rows", where },
  denominator: { count: "rows" },
  ...extra,
});
const problems = (value: unknown) => {
  const parsed = parseRule(value);
  return "problems" in parsed ? parsed.problems.join(" | ") : "none";
};

describe("a rule", () => {
  it.each([
    ["a column that is not there", { empty: "planed_start" }, /planned visits have no column “planed_start”/],
    ["a column of the object's own kind", { empty: "constructor" }, /no column “constructor”/],
    ["a related record that is not there", { empty: "carer.name" }, /no column “carer.name”/],
    ["SQL as a column", { empty: "day; DROP TABLE visits" }, /no column “day; DROP TABLE visits”/],
    ["a sign it does not know", { compare: [{ column: "day" }, "LIKE", { value: "x" }] }, /“LIKE” is not a sign/],
    [
      "text against a number",
      { compare: [{ column: "day" }, "=", { value: 3 }] },
      /text can only be compared with text/,
    ],
    ["two fixed values", { compare: [{ value: 1 }, "=", { value: 1 }] }, /needs a column on at least one side/],
    ["a broken number", { compare: [{ column: "planned_min" }, "=", { value: 0.5 }] }, /text or a whole number/],
    ["minutes between days", { compare: [{ minutes: ["day", "day"] }, "=", { value: 1 }] }, /hold a moment/],
    ["days between moments", { compare: [{ days: ["deadline", "deadline"] }, "=", { value: 1 }] }, /hold a day/],
    ["an empty list", { all: [] }, /list of 1 to 200/],
    ["no list of values", { column: "cancelled_by", oneOf: [] }, /list of 1 to 200 values/],
    ["values of the wrong kind", { column: "cancelled_by", oneOf: [1] }, /must all be text/],
    ["a misspelt word", { present: "day", an: "other" }, /“an” is not understood here/],
    ["something that is not a condition", "anything", /a condition has one of/],
    ["a problem deep inside", { all: [{ not: { any: [{ empty: "x" }] } }] }, /condition 1, not, condition 1: .*“x”/],
    ["too many top places", { frequent: "person", top: 51 }, /from 1 to 50/],
  ])("with %s is refused in plain English", (_what, where, said) => {
    expect(problems(rule(where))).toMatch(said);
  });

  it.each([
    ["no population", { numerator: {}, denominator: {} }, /say which records are counted/],
    ["an unknown dataset", rule({}, { population: { dataset: "invoices", by: "day" } }), /no dataset “invoices”/],
    ["a period by something else", rule({}, { population: { dataset: "visits", by: "carer" } }), /“carer” is not one/],
    ["text to be added up", rule(undefined, { denominator: { sum: "person" } }), /cannot be added up/],
    ["two things counted", rule(undefined, { denominator: { count: "rows", sum: "planned_min" } }), /exactly one/],
    ["package days of visits", rule(undefined, { denominator: { count: "package-days" } }), /only packages/],
    [
      "frequent before there is a population",
      rule(undefined, { exclusions: { frequent: "person", top: 1 } }),
      /can only stand/,
    ],
    ["nothing at all", 3, /needs a population/],
  ])("with %s is refused in plain English", (_what, value, said) => {
    expect(problems(value)).toMatch(said);
  });

  it("is read from the register's texts, and broken JSON is named by its field", () => {
    const texts = { dataset: "visits", population: '{"by":"day"}', numerator: '{"count":"rows"}' };
    expect(parseRuleTexts({ ...texts, denominator: '{"count":"rows"}' })).toHaveProperty(
      "ok.population.dataset",
      "visits",
    );
    expect(parseRuleTexts({ ...texts, denominator: "{" })).toEqual({
      problems: ["Denominator: this is not JSON. Check for a missing comma, quote or bracket."],
    });
    expect(parseRuleTexts({ ...texts, population: '{"by":"day","dataset":"tasks"}' })).toHaveProperty("problems");
  });

  it("never throws and never accepts what it cannot compile, whatever it is given", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseRule(value)).toHaveProperty("problems");
        expect(parseRule(rule(value))).toHaveProperty("problems");
      }),
    );
  });

  it("keeps its values out of the text of the query", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z']{6,20}$/), (value) => {
        const where: Condition = { column: "cancelled_by", oneOf: [value] };
        const parsed = parseRule(rule(where));
        if ("problems" in parsed) throw new Error(parsed.problems.join());
        const scope = {
          contract: value,
          services: [{ key: value, kind: "home-care" }],
          period: { from: "2026-07-01", to: "2026-07-31" },
        };
        for (const part of lineageOf(parsed.ok, scope)) {
          const { sql, parameters } = part.page(10, 0);
          expect(sql.includes(value)).toBe(false);
          expect(Object.values(parameters)).toContain(value);
        }
      }),
    );
  });
});
