import { ownFormat, same } from "../own-format.ts";

/** Feedback from people, families and professionals, one row each version. */
export const feedback = ownFormat({
  name: "feedback",
  report: "Feedback",
  dataset: "feedback",
  headings: ["Feedback Date", "Source", "Rating", "About"],
  columns: {
    day: { read: "day", from: "Feedback Date" },
    source: { read: "choice", from: "Source", codes: same("person", "family", "professional", "survey") },
    rating: { read: "whole", from: "Rating", least: 1, most: 5 },
    about: { read: "choice", from: "About", codes: same("timeliness", "staff", "communication", "outcomes", "other") },
  },
});
