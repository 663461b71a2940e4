import { check } from "./check.ts";
import { requiredIndicators } from "./required.ts";
import { indicatorSubject } from "./subjects.ts";

export const kpiUntested = check({
  id: "kpi.untested",
  blocks: "define",
  severity: "blocking",
  finds: "An indicator has no recorded test that passed with its current edition and engine.",
  why: "Nobody has shown that the rule counts what the words say.",
  acts: "quality-lead",
  clear: "Run the recorded tests of this edition: a fixed input with the figure it must give.",
  find: (facts) =>
    requiredIndicators(facts)
      .filter(
        ({ tests = [] }) => !tests.some(({ engine, passedOn }) => engine === facts.engine && passedOn !== undefined),
      )
      .map((indicator) => ({
        subject: indicatorSubject(facts, indicator),
        say: `“${indicator.name}”, edition ${indicator.edition}, has no test passed with ${facts.engine}.`,
      })),
});
