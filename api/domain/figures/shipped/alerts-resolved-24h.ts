import { shipped } from "./shipped.ts";

/** Birdie Q-Score 2.0 has alerts resolved in 24 hours. */
export const alertsResolved24h = shipped({
  code: "alerts-resolved-24h",
  name: "Alerts resolved within 24 hours",
  definition:
    "Alerts of the care system resolved no more than 24 clock hours after they were raised, out of all alerts. One still open is not resolved in time.",
  why: "An alert nobody looks at protects nobody.",
  window: "Alerts whose day is in the period",
  boundaries:
    "Exactly 24 hours (1,440 minutes) is in time (≤). Target 90 % or more and amber 80 % or more: exactly on the line is met, or near. Rounded to 1 decimal, halves up, and rated as shown.",
  unit: "percent",
  rounding: 1,
  direction: "higher-is-better",
  target: 90,
  amber: 80,
  rule: {
    population: { dataset: "alerts", by: "day" },
    numerator: {
      count: "rows",
      where: { compare: [{ minutes: ["resolved_at", "raised_at"] }, "<=", { value: 1440 }] },
    },
    denominator: { count: "rows" },
  },
  recorded: [
    {
      name: "24 hours exactly is in time, a minute more and still open are not",
      rows: {
        alerts: [
          { raised_at: 1000, resolved_at: 2440 },
          { raised_at: 1000, resolved_at: 2441 },
          { raised_at: 1000, resolved_at: null },
        ],
      },
      numerator: 1,
      denominator: 3,
    },
  ],
});
