import { shipped } from "./shipped.ts";

export const reviewsOnTime = shipped({
  code: "reviews-on-time",
  name: "Care-plan reviews on time",
  definition:
    "Care-plan reviews done on or before the day they were due, out of the reviews due in the period. One still not done after its day is late, and one done late stays late.",
  why: "A plan that is out of date is care for the person as they used to be.",
  window: "Reviews due in the period",
  boundaries:
    "Done on the due day is on time (≤). Target 95 % or more and amber 85 % or more: exactly on the line is met, or near. Rounded to 1 decimal, halves up, and rated as shown.",
  unit: "percent",
  rounding: 1,
  direction: "higher-is-better",
  target: 95,
  amber: 85,
  rule: {
    population: { dataset: "reviews", by: "due_day" },
    numerator: { count: "rows", where: { compare: [{ column: "reviewed_day" }, "<=", { column: "due_day" }] } },
    denominator: { count: "rows" },
  },
  recorded: [
    {
      name: "early and on the day are on time, late and not done are not",
      rows: {
        reviews: [
          { due_day: "2026-07-15", reviewed_day: "2026-06-30" },
          { due_day: "2026-07-15", reviewed_day: "2026-07-15" },
          { due_day: "2026-07-15", reviewed_day: "2026-07-16" },
          { due_day: "2026-07-15", reviewed_day: null },
        ],
      },
      numerator: 2,
      denominator: 4,
    },
  ],
});
