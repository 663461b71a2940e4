import { shipped } from "./shipped.ts";

const kinds = ["home-care", "supported-living", "extra-care"];

/** Incidents are read, not rated: an unusually low rate can mean that they go unreported. */
export const incidentsPer1000Hours = shipped({
  code: "incidents-per-1000-hours",
  name: "Incidents per 1,000 hours of care",
  definition:
    "Incidents, near misses left out, for every 1,000 hours of care delivered in home care, supported living and extra care. An hour with two carers is one hour. It has no target: more reporting is not worse care, and unusually few is also a reason to look.",
  why: "It shows change that a plain count hides when a service grows or shrinks.",
  window: "Incidents and visits whose day is in the period",
  boundaries:
    "No target, neither up nor down is better. Hours are minutes recorded ÷ 60. Rounded to 1 decimal, halves up.",
  unit: "per-1000-hours",
  rounding: 1,
  direction: "neutral",
  smallNumbers: 5,
  rule: {
    population: { dataset: "incidents", by: "day", kinds },
    exclusions: { column: "kind", oneOf: ["near-miss"] },
    numerator: { count: "rows" },
    denominator: {
      sum: "actual_min",
      in: {
        dataset: "visits",
        by: "day",
        kinds,
        where: { compare: [{ column: "second_carer" }, "=", { value: 0 }] },
      },
    },
  },
  recorded: [
    {
      name: "near misses are left out; minutes recorded count once, whoever else came",
      rows: {
        incidents: [{ kind: "fall" }, { kind: "medication-error" }, { kind: "near-miss" }],
        visits: [
          { claimed_start: 100, actual_min: 45 },
          { claimed_start: 100, actual_min: 45, second_carer: 1 },
          { claimed_start: 200, actual_start: null, actual_min: null },
          { claimed_start: 300, actual_min: 30 },
        ],
      },
      numerator: 2,
      denominator: 75,
    },
  ],
});
