import { sayPeriod } from "../say-day.ts";
import { check } from "./check.ts";
import { uncoveredDays } from "./coverage.ts";
import { sourceWords } from "./names.ts";
import { periodOfCycle, requiredSources } from "./required.ts";

export const dataUncoveredPeriod = check({
  id: "data.uncovered-period",
  blocks: "collect",
  severity: "blocking",
  finds: "No import covers part of the period for a mapped source.",
  why: "Figures would be too low, and look good.",
  acts: "ecm-administrator",
  escalates: "Submission is delayed.",
  clear: "Bring in the report for the missing days.",
  canBeQualified: true,
  find: (facts) => {
    // One report may feed many figures; it is missing once.
    const reports = Map.groupBy(requiredSources(facts), ({ profile, dataset }) => `${profile} ${dataset}`);
    return [...reports.values()].flatMap(([source]) => {
      const days = source && uncoveredDays(source, facts.imports, periodOfCycle(facts));
      if (!source || days === undefined) return [];
      const { key, report, contract } = source;
      return [
        {
          subject: { register: "evidence-map", key, title: report, contract },
          say: `Nothing has come in about ${sourceWords(source)} for ${sayPeriod(days.from, days.to)}.`,
        },
      ];
    });
  },
});
