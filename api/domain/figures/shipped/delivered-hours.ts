import { notOurCancellation } from "./not-our-cancellation.ts";
import { shipped } from "./shipped.ts";

/** Delivered ÷ commissioned hours, planned time being the agreed plan. */
export const deliveredHours = shipped({
  code: "delivered-hours",
  name: "Planned care time delivered",
  definition:
    "Minutes of care recorded as delivered, out of the minutes planned. A visit counts its own length once, also when two carers came. Visits called off by the person or because of a hospital stay are left out of both; a missed visit adds its planned minutes and nothing delivered. It can be more than 100 %.",
  why: "Short and missed visits add up to care that was bought and not received.",
  window: "Planned visits whose planned day is in the period",
  boundaries:
    "Target 95 % or more and amber 90 % or more: exactly on the line is met, or near. Rounded to 1 decimal, halves up, and rated as shown.",
  unit: "percent",
  rounding: 1,
  direction: "higher-is-better",
  target: 95,
  amber: 90,
  rule: {
    population: { dataset: "planned-visits", by: "day" },
    exclusions: notOurCancellation,
    numerator: { sum: "visit.actual_min" },
    denominator: { sum: "planned_min" },
  },
  recorded: [
    {
      name: "a missed visit adds to the planned minutes only, a cancelled one to neither",
      rows: {
        "planned-visits": [
          { planned_start: 100, planned_min: 30 },
          { planned_start: 200, planned_min: 45 },
          { planned_start: 300, planned_min: 60, cancelled_by: "hospital" },
        ],
        visits: [{ claimed_start: 100, actual_start: 100, actual_min: 32 }],
      },
      numerator: 32,
      denominator: 75,
    },
  ],
});
