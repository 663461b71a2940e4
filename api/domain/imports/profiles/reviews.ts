import { ownFormat, same } from "../own-format.ts";

/** Care-plan reviews by the day they were due, one row each version. */
export const reviews = ownFormat({
  name: "reviews",
  report: "Care-plan reviews",
  dataset: "reviews",
  headings: ["Review Due Date", "Reviewed Date", "Outcomes Achieved"],
  columns: {
    day: { read: "day", from: "Review Due Date", ahead: true },
    due_day: { read: "day", from: "Review Due Date", ahead: true },
    reviewed_day: { read: "day", from: "Reviewed Date" },
    outcomes_achieved: { read: "choice", from: "Outcomes Achieved", codes: same("yes", "partly", "no") },
  },
});
