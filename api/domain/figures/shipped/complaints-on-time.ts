import { shipped } from "./shipped.ts";

/** On time ÷ due in the period: dividing by those closed would hide the worst cases. */
export const complaintsOnTime = shipped({
  code: "complaints-on-time",
  name: "Complaints answered on time",
  definition:
    "Complaints answered on or before the day the contract requires, out of all complaints due to be answered in the period. One still open after its day is late.",
  why: "People who complain are telling us something, and are owed an answer.",
  window: "Complaints whose answer is due in the period",
  boundaries:
    "Answered on the due day is on time (≤). Target 95 % or more and amber 85 % or more: exactly on the line is met, or near. Rounded to 1 decimal, halves up, and rated as shown. With fewer than 10 due, read the cases and not the percentage.",
  unit: "percent",
  rounding: 1,
  direction: "higher-is-better",
  target: 95,
  amber: 85,
  smallNumbers: 5,
  rule: {
    population: { dataset: "complaints", by: "due_day" },
    numerator: { count: "rows", where: { compare: [{ column: "answered_day" }, "<=", { column: "due_day" }] } },
    denominator: { count: "rows" },
  },
  recorded: [
    {
      name: "on the day is on time, the day after and still open are late, and those due in another month are not counted",
      rows: {
        complaints: [
          { due_day: "2026-07-31", answered_day: "2026-07-31" },
          { due_day: "2026-07-30", answered_day: "2026-07-31" },
          { due_day: "2026-07-01", answered_day: null, day: "2026-06-03" },
          { due_day: "2026-08-01", answered_day: "2026-07-20" },
        ],
      },
      numerator: 1,
      denominator: 3,
    },
  ],
});
