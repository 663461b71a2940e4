import { notOurCancellation } from "./not-our-cancellation.ts";
import { shipped } from "./shipped.ts";

/** Essex County Council, performance management: 07:30–08:30 for 08:00, boundaries included. */
export const punctuality30 = shipped({
  code: "punctuality-30",
  name: "Time-critical visits within 30 minutes",
  definition:
    "Visits the plan marks as time-critical that started no more than 30 minutes before or after the planned start, out of all time-critical visits planned. A missed one stays in and is not on time; visits called off by the person or because of a hospital stay are left out.",
  why: "Time-critical visits are for medicines and care that cannot wait.",
  window: "Time-critical planned visits whose planned day is in the period",
  boundaries:
    "Exactly 30 minutes early or late is on time (≤ 30): 07:30 and 08:30 both are for 08:00. Target 100 % and amber 95 % or more. Rounded to 1 decimal, halves up, and rated as shown.",
  unit: "percent",
  rounding: 1,
  direction: "higher-is-better",
  target: 100,
  amber: 95,
  rule: {
    population: {
      dataset: "planned-visits",
      by: "day",
      where: { compare: [{ column: "time_critical" }, "=", { value: 1 }] },
    },
    exclusions: notOurCancellation,
    numerator: {
      count: "rows",
      where: {
        all: [
          { compare: [{ minutes: ["visit.actual_start", "planned_start"] }, ">=", { value: -30 }] },
          { compare: [{ minutes: ["visit.actual_start", "planned_start"] }, "<=", { value: 30 }] },
        ],
      },
    },
    denominator: { count: "rows" },
  },
  recorded: [
    {
      name: "30 minutes either side is on time, 31 is not, a missed one stays in, and only time-critical ones count",
      rows: {
        "planned-visits": [
          ...[100, 200, 300, 400].map((planned_start) => ({ planned_start, time_critical: 1 })),
          { planned_start: 500, time_critical: 0 },
        ],
        visits: [
          { claimed_start: 100, actual_start: 70 },
          { claimed_start: 200, actual_start: 230 },
          { claimed_start: 300, actual_start: 331 },
          { claimed_start: 500, actual_start: 500 },
        ],
      },
      numerator: 2,
      denominator: 4,
    },
  ],
});
