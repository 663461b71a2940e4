import { shipped } from "./shipped.ts";

/** “Immediately”: the contract's limit of 24 clock hours is the outer limit. */
export const safeguardingRaised24h = shipped({
  code: "safeguarding-raised-24h",
  name: "Safeguarding concerns raised within 24 hours",
  definition:
    "Safeguarding concerns raised with the council no more than 24 clock hours after the provider became aware, out of all concerns. One never raised is late. Concerns should be raised immediately; 24 hours is the outer limit.",
  why: "The council can only protect people from what it knows.",
  window: "Concerns whose day is in the period",
  boundaries:
    "Exactly 24 hours (1,440 minutes) is in time (≤). Target 100 %, amber 95 % or more. Rounded to 1 decimal, halves up, and rated as shown. With fewer than 10 concerns, read the cases and not the percentage.",
  unit: "percent",
  rounding: 1,
  direction: "higher-is-better",
  target: 100,
  amber: 95,
  smallNumbers: 5,
  rule: {
    population: { dataset: "safeguarding", by: "day" },
    numerator: {
      count: "rows",
      where: { compare: [{ minutes: ["raised_at", "aware_at"] }, "<=", { value: 1440 }] },
    },
    denominator: { count: "rows" },
  },
  recorded: [
    {
      name: "24 hours exactly is in time, a minute more and never raised are not",
      rows: {
        safeguarding: [
          { aware_at: 1000, raised_at: 2440 },
          { aware_at: 1000, raised_at: 2441 },
          { aware_at: 1000, raised_at: null },
        ],
      },
      numerator: 1,
      denominator: 3,
    },
  ],
});
