import type { DatasetName } from "../figures/dataset.ts";
import type { Condition, Rule } from "../figures/rule.ts";
import { missedVisits } from "../figures/shipped/missed-visits.ts";

/** Incidents serious enough that every one is checked: severe harm and deaths. */
const serious: Condition = { column: "harm", oneOf: ["severe", "death"] };

/** Every record of one kind. */
export const everyRule = (dataset: DatasetName, where?: Condition): Rule => ({
  population: { dataset, by: "day", ...(where && { where }) },
  numerator: { count: "rows" },
  denominator: { count: "rows" },
});

/** The records of which every one is checked, by the slugs of `alwaysChecked`. */
export const everyCaseRules: Readonly<Record<string, Rule>> = {
  safeguarding: everyRule("safeguarding"),
  "serious-incidents": everyRule("incidents", serious),
  "missed-visits": onlyCounted(missedVisits.rule),
};

/** Only what the numerator counts: of missed visits, those that were missed. */
export function onlyCounted({ population, exclusions, numerator }: Rule): Rule {
  const { where, ...counted } = numerator;
  const all = [population.where, where].filter((condition) => condition !== undefined);
  return {
    population: { ...population, ...(all.length > 0 && { where: { all } }) },
    ...(exclusions && { exclusions }),
    numerator: counted,
    denominator: { count: "rows" },
  };
}
