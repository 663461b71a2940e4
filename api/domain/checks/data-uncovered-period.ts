import { check } from "./check.ts";
import { uncoveredDays } from "./coverage.ts";
import { periodOfCycle, requiredSources } from "./required.ts";

export const dataUncoveredPeriod = check({
  id: "data.uncovered-period",
  blocks: "collect",
  severity: "blocking",
  finds: "No import covers part of the period for a mapped source.",
  why: "Figures would be too low, and look good.",
  acts: "ecm-administrator",
  escalates: "Submission is delayed.",
  clear: "Import the report for the missing days.",
  canBeQualified: true,
  find: (facts) =>
    requiredSources(facts).flatMap((source) => {
      const days = uncoveredDays(source, facts.imports, periodOfCycle(facts));
      const { key, report, contract } = source;
      return days === undefined
        ? []
        : [
            {
              subject: { register: "evidence-map", key, title: report, contract },
              say: `No import of “${report}” covers ${days.from === days.to ? days.from : `${days.from} to ${days.to}`}.`,
            },
          ];
    }),
});
