import { ownFormat, same } from "../own-format.ts";

/** The complaints book, one row each version. */
export const complaints = ownFormat({
  name: "complaints",
  report: "Complaints",
  dataset: "complaints",
  headings: ["Received Date", "Answer Due Date", "Answered Date", "Theme", "Outcome"],
  columns: {
    day: { read: "day", from: "Received Date" },
    due_day: { read: "day", from: "Answer Due Date", ahead: true },
    answered_day: { read: "day", from: "Answered Date" },
    theme: {
      read: "choice",
      from: "Theme",
      codes: same("communication", "missed-or-late", "staff-attitude", "quality-of-care", "other"),
    },
    outcome: { read: "choice", from: "Outcome", codes: same("upheld", "partly-upheld", "not-upheld") },
  },
});
