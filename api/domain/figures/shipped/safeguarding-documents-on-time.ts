import { shipped } from "./shipped.ts";

export const safeguardingDocumentsOnTime = shipped({
  code: "safeguarding-documents-on-time",
  name: "Safeguarding documents on time",
  definition:
    "Safeguarding concerns whose chronology, updates and evidence were complete on or before the day the contract requires, out of those due in the period. One still incomplete after its day is late.",
  why: "An enquiry waits for our documents, and so does the person.",
  window: "Concerns whose documents are due in the period",
  boundaries:
    "Complete on the due day is on time (≤). Target 95 % or more and amber 85 % or more: exactly on the line is met, or near. Rounded to 1 decimal, halves up, and rated as shown. With fewer than 10 due, read the cases and not the percentage.",
  unit: "percent",
  rounding: 1,
  direction: "higher-is-better",
  target: 95,
  amber: 85,
  smallNumbers: 5,
  rule: {
    population: { dataset: "safeguarding", by: "documents_due_day" },
    numerator: {
      count: "rows",
      where: { compare: [{ column: "documents_done_day" }, "<=", { column: "documents_due_day" }] },
    },
    denominator: { count: "rows" },
  },
  recorded: [
    {
      name: "on the day is on time; late, incomplete and due in another month are not",
      rows: {
        safeguarding: [
          { documents_due_day: "2026-07-20", documents_done_day: "2026-07-20" },
          { documents_due_day: "2026-07-20", documents_done_day: "2026-07-21" },
          { documents_due_day: "2026-07-20", documents_done_day: null },
          { documents_due_day: "2026-08-20", documents_done_day: "2026-07-20" },
        ],
      },
      numerator: 1,
      denominator: 3,
    },
  ],
});
