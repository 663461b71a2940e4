import { expect, it } from "vitest";
import { alwaysChecked } from "./always-checked.ts";
import { everyCaseRules, onlyCounted } from "./frame-rule.ts";

it("has a rule for everything that is always checked, over one of its kinds of record", () => {
  for (const { slug, of } of alwaysChecked) expect(of).toContain(everyCaseRules[slug]?.population.dataset);
});

it("keeps the exclusions and puts the numerator's condition into the population", () => {
  const excluded = { present: "cancelled_by" };
  const missed = { empty: "visit.actual_start" };
  expect(
    onlyCounted({
      population: { dataset: "planned-visits", by: "day" },
      exclusions: excluded,
      numerator: { count: "rows", where: missed },
      denominator: { count: "rows" },
    }),
  ).toEqual({
    population: { dataset: "planned-visits", by: "day", where: { all: [missed] } },
    exclusions: excluded,
    numerator: { count: "rows" },
    denominator: { count: "rows" },
  });
});
