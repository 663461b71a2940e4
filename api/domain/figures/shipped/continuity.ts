import { shipped } from "./shipped.ts";

/** Common practice; councils list continuity as a measure (Central Bedfordshire) without one formula. */
export const continuity = shipped({
  code: "continuity",
  name: "Visits by the person's usual three carers",
  definition:
    "Visits made by one of the three carers who visited the person most in that calendar month, out of all visits made. A visit of two carers counts once, for its first carer. When carers tie, the one whose code comes first is taken.",
  why: "People are safer and more at ease with carers they know.",
  window: "Visits made whose day is in the period; the usual three are found again each calendar month and service",
  boundaries:
    "Exactly three carers count. Target 80 % or more and amber 70 % or more: exactly on the line is met, or near. Rounded to 1 decimal, halves up, and rated as shown. A person with three carers or fewer is always at 100 %.",
  unit: "percent",
  rounding: 1,
  direction: "higher-is-better",
  target: 80,
  amber: 70,
  rule: {
    population: {
      dataset: "visits",
      by: "day",
      where: {
        all: [{ compare: [{ column: "second_carer" }, "=", { value: 0 }] }, { present: "actual_start" }],
      },
    },
    numerator: { count: "rows", where: { frequent: "carer", top: 3 } },
    denominator: { count: "rows" },
  },
  recorded: [
    {
      name: "the fourth carer's visits are not by the usual three, and a tie goes to the earlier code",
      rows: { visits: ["c1", "c1", "c2", "c2", "c3", "c4"].map((carer) => ({ carer })) },
      numerator: 5,
      denominator: 6,
    },
    {
      name: "each person and month has its own three; second carers and visits not made do not count",
      rows: {
        visits: [
          ...["c1", "c2", "c3"].map((carer) => ({ carer })),
          { carer: "c4", person: "another" },
          { carer: "c5", second_carer: 1 },
          { carer: "c6", actual_start: null },
        ],
      },
      numerator: 4,
      denominator: 4,
    },
  ],
});
