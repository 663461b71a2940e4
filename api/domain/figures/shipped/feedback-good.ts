import { shipped } from "./shipped.ts";

/** Targets after North Lincolnshire's quality-of-life KPI, whose bands touch at 90 and 75: here the line is inside. */
export const feedbackGood = shipped({
  code: "feedback-good",
  name: "Feedback that rates us good",
  definition: "Pieces of feedback with a rating of 4 or 5 out of 5, out of all feedback that gave a rating.",
  why: "What people say about their care is the measure of it.",
  window: "Feedback whose day is in the period",
  boundaries:
    "A rating of 4 is good (≥ 4). Target 90 % or more and amber 75 % or more: exactly 90 is met, exactly 75 is near. Rounded to 1 decimal, halves up, and rated as shown. With fewer than 10 ratings, read what people said and not the percentage.",
  unit: "percent",
  rounding: 1,
  direction: "higher-is-better",
  target: 90,
  amber: 75,
  smallNumbers: 5,
  rule: {
    population: { dataset: "feedback", by: "day", where: { present: "rating" } },
    numerator: { count: "rows", where: { compare: [{ column: "rating" }, ">=", { value: 4 }] } },
    denominator: { count: "rows" },
  },
  recorded: [
    {
      name: "4 and 5 are good, 3 is not, and feedback without a rating is not counted",
      rows: { feedback: [{ rating: 5 }, { rating: 4 }, { rating: 3 }, { rating: null }] },
      numerator: 2,
      denominator: 3,
    },
  ],
});
