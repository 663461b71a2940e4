import { shipped } from "./shipped.ts";

export const tasksOnTime = shipped({
  code: "tasks-on-time",
  name: "Care-system actions completed on time",
  definition:
    "Actions of the care system completed on or before the day they were due, out of the actions due in the period. One still open after its day is late. Actions without a due day are not counted.",
  why: "What was promised in a record is done when somebody did it.",
  window: "Actions due in the period",
  boundaries:
    "Completed on the due day is on time (≤). Target 90 % or more and amber 80 % or more: exactly on the line is met, or near. Rounded to 1 decimal, halves up, and rated as shown.",
  unit: "percent",
  rounding: 1,
  direction: "higher-is-better",
  target: 90,
  amber: 80,
  rule: {
    population: { dataset: "tasks", by: "due_day" },
    numerator: { count: "rows", where: { compare: [{ column: "completed_day" }, "<=", { column: "due_day" }] } },
    denominator: { count: "rows" },
  },
  recorded: [
    {
      name: "on the day is on time, late and open are not, and without a due day is not counted",
      rows: {
        tasks: [
          { due_day: "2026-07-10", completed_day: "2026-07-10" },
          { due_day: "2026-07-10", completed_day: "2026-07-11" },
          { due_day: "2026-07-10", completed_day: null },
          { due_day: null, completed_day: "2026-07-10" },
        ],
      },
      numerator: 1,
      denominator: 3,
    },
  ],
});
