import { notOurCancellation } from "./not-our-cancellation.ts";
import { shipped } from "./shipped.ts";

/** Length of stay, a measure councils rank (Central Bedfordshire); the 80 per cent is ours until a contract says. */
export const visitDuration = shipped({
  code: "visit-duration",
  name: "Visits of at least 80 % of the planned time",
  definition:
    "Visits that lasted at least 80 % of the planned minutes, out of the visits carried out. For a visit of two carers it is the first carer's time.",
  why: "Cut visits are rushed care, even when every visit was made.",
  window: "Planned visits whose planned day is in the period",
  boundaries:
    "Exactly 80 % of the planned minutes is long enough (≥ 80 %): 24 of 30. Target 90 % or more and amber 80 % or more. Rounded to 1 decimal, halves up, and rated as shown.",
  unit: "percent",
  rounding: 1,
  direction: "higher-is-better",
  target: 90,
  amber: 80,
  rule: {
    population: { dataset: "planned-visits", by: "day", where: { present: "visit.actual_start" } },
    exclusions: notOurCancellation,
    numerator: {
      count: "rows",
      where: { compare: [{ column: "visit.actual_min" }, ">=", { percent: 80, of: "planned_min" }] },
    },
    denominator: { count: "rows" },
  },
  recorded: [
    {
      name: "24 of 30 minutes is enough, 23 is not, and no length recorded is not",
      rows: {
        "planned-visits": [100, 200, 300].map((planned_start) => ({ planned_start, planned_min: 30 })),
        visits: [
          { claimed_start: 100, actual_start: 100, actual_min: 24 },
          { claimed_start: 200, actual_start: 200, actual_min: 23 },
          { claimed_start: 300, actual_start: 300, actual_min: null },
        ],
      },
      numerator: 1,
      denominator: 3,
    },
  ],
});
