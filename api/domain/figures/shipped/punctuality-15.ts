import { notOurCancellation } from "./not-our-cancellation.ts";
import { shipped } from "./shipped.ts";

/** Visits within the agreed time (Devon Cares), read as 15 minutes either side. */
export const punctuality15 = shipped({
  code: "punctuality-15",
  name: "Visits within 15 minutes of the agreed time",
  definition:
    "Visits started no more than 15 minutes before or after the planned start, out of the visits that were carried out. Planned means the agreed plan, not a later retiming. Missed visits are not in this measure: they have their own.",
  why: "People plan their day, their meals and their medicines around the visit.",
  window: "Planned visits whose planned day is in the period",
  boundaries:
    "Exactly 15 minutes early or late is on time (≤ 15). Target 90 % or more and amber 85 % or more: exactly on the line is met, or near. Rounded to 1 decimal, halves up, and rated as shown.",
  unit: "percent",
  rounding: 1,
  direction: "higher-is-better",
  target: 90,
  amber: 85,
  rule: {
    population: { dataset: "planned-visits", by: "day", where: { present: "visit.actual_start" } },
    exclusions: notOurCancellation,
    numerator: {
      count: "rows",
      where: {
        all: [
          { compare: [{ minutes: ["visit.actual_start", "planned_start"] }, ">=", { value: -15 }] },
          { compare: [{ minutes: ["visit.actual_start", "planned_start"] }, "<=", { value: 15 }] },
        ],
      },
    },
    denominator: { count: "rows" },
  },
  recorded: [
    {
      name: "15 minutes early and 15 late are on time, 16 are not",
      rows: {
        "planned-visits": [100, 200, 300, 400, 500].map((planned_start) => ({ planned_start })),
        visits: [
          { claimed_start: 100, actual_start: 85 },
          { claimed_start: 200, actual_start: 215 },
          { claimed_start: 300, actual_start: 284 },
          { claimed_start: 400, actual_start: 416 },
        ],
      },
      numerator: 2,
      denominator: 4,
    },
  ],
});
