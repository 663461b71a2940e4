import { notOurCancellation } from "./not-our-cancellation.ts";
import { shipped } from "./shipped.ts";

/** The Essex rule (Essex County Council, performance management, KPI 3). */
export const missedVisits = shipped({
  code: "missed-visits",
  name: "Missed visits",
  definition:
    "Planned visits that nobody started by the time the person's next visit was planned, or by 11 pm if that is earlier, out of all planned visits. Two visits merged into one leave one missed. Visits called off by the provider count as missed unless somebody still came; visits called off by the person or because of a hospital stay are left out. A visit for two carers is one visit.",
  why: "A missed visit can mean a missed medicine, meal or turn in bed.",
  window: "Planned visits whose planned day is in the period",
  boundaries:
    "Started exactly at the next planned time or at 11 pm: not missed (≤). Target 0.5 % or less and amber 2 % or less: exactly on the line is met, or near. Rounded to 1 decimal, halves up, and rated as shown.",
  unit: "percent",
  rounding: 1,
  direction: "lower-is-better",
  target: 0.5,
  amber: 2,
  rule: {
    population: { dataset: "planned-visits", by: "day" },
    exclusions: notOurCancellation,
    numerator: {
      count: "rows",
      where: { not: { compare: [{ column: "visit.actual_start" }, "<=", { column: "deadline" }] } },
    },
    denominator: { count: "rows" },
  },
  recorded: [
    {
      name: "started at the deadline is not missed, a minute later is",
      rows: {
        "planned-visits": [
          { planned_start: 480, deadline: 720 },
          { planned_start: 500, deadline: 720 },
        ],
        visits: [
          { claimed_start: 480, actual_start: 720 },
          { claimed_start: 500, actual_start: 721 },
        ],
      },
      numerator: 1,
      denominator: 2,
    },
    {
      name: "no visit at all, a visit with no start recorded and a provider's cancellation are missed",
      rows: {
        "planned-visits": [
          { planned_start: 480 },
          { planned_start: 500 },
          { planned_start: 520, cancelled_by: "provider" },
        ],
        visits: [{ claimed_start: 500, actual_start: null, actual_min: null }],
      },
      numerator: 3,
      denominator: 3,
    },
    {
      name: "cancellations by the person and by a hospital stay are left out",
      rows: {
        "planned-visits": [
          { planned_start: 480, cancelled_by: "person" },
          { planned_start: 500, cancelled_by: "hospital" },
          { planned_start: 520 },
        ],
        visits: [{ claimed_start: 520, actual_start: 520 }],
      },
      numerator: 0,
      denominator: 1,
    },
    {
      name: "a second carer's row, or the same visit exported twice, does not count the visit twice",
      rows: {
        "planned-visits": [{ planned_start: 480, carers: 2 }],
        visits: [
          { claimed_start: 480, actual_start: 480, carers: 2 },
          { claimed_start: 480, actual_start: 485, carers: 2, second_carer: 1 },
          { claimed_start: 480, actual_start: 480, carers: 2 },
        ],
      },
      numerator: 0,
      denominator: 1,
    },
    {
      name: "a self-funder, another council's person and a person whose package had ended are nobody's figure",
      rows: {
        "planned-visits": [
          { person: "ours" },
          { person: "self-funder" },
          { person: "theirs" },
          { person: "ended" },
          { person: "direct" },
        ],
        packages: [
          { person: "ours", end_day: "2026-07-10" },
          { person: "self-funder", contract: null, funding: "self-funded" },
          { person: "theirs", contract: "eastmoor" },
          { person: "ended", end_day: "2026-07-09" },
          { person: "direct", funding: "direct-payment" },
        ],
      },
      numerator: 1,
      denominator: 1,
    },
  ],
});
