import { shipped } from "./shipped.ts";

const kinds = ["residential", "nursing"];

/** The care-home form of an incident rate; bed days come from the packages, so no visits are needed. */
export const fallsPer1000BedDays = shipped({
  code: "falls-per-1000-bed-days",
  name: "Falls per 1,000 bed days",
  definition:
    "Falls for every 1,000 days that residents' packages ran in care homes. The first and the last day of a package both count. It has no target: an unusually low rate is also a reason to look.",
  why: "It shows change that a plain count hides when a home fills or empties.",
  window: "Falls whose day is in the period; days of packages that lie in the period",
  boundaries: "No target, neither up nor down is better. Rounded to 1 decimal, halves up.",
  unit: "per-1000-bed-days",
  rounding: 1,
  direction: "neutral",
  smallNumbers: 5,
  rule: {
    population: {
      dataset: "incidents",
      by: "day",
      kinds,
      where: { compare: [{ column: "kind" }, "=", { value: "fall" }] },
    },
    numerator: { count: "rows" },
    denominator: { count: "package-days", in: { dataset: "packages", by: "day", kinds } },
  },
  recorded: [
    {
      name: "first and last day count, days outside the month do not, and only falls are falls",
      rows: {
        incidents: [
          { service: "elm-house", kind: "fall", person: "whole" },
          { service: "elm-house", kind: "behaviour", person: "whole" },
        ],
        packages: [
          { service: "elm-house", person: "whole", start_day: "2026-01-01", end_day: null },
          { service: "elm-house", person: "last-two", start_day: "2026-07-30", end_day: "2026-08-20" },
          { service: "elm-house", person: "one-day", start_day: "2026-07-01", end_day: "2026-07-01" },
          { service: "elm-house", person: "before", start_day: "2026-05-01", end_day: "2026-06-30" },
          { service: "ashdown", person: "at-home", start_day: "2026-07-01", end_day: "2026-07-31" },
        ],
      },
      numerator: 1,
      denominator: 34,
    },
  ],
});
