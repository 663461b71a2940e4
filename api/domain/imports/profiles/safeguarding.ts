import { ownFormat, same } from "../own-format.ts";

/** Safeguarding concerns, one row each version; the day is the day the provider became aware. */
export const safeguarding = ownFormat({
  name: "safeguarding",
  report: "Safeguarding concerns",
  dataset: "safeguarding",
  headings: [
    "Aware Date",
    "Aware Time",
    "Raised Date",
    "Raised Time",
    "Category",
    "Documents Due Date",
    "Documents Complete Date",
  ],
  columns: {
    day: { read: "day", from: "Aware Date" },
    aware_at: { read: "moment", from: "Aware Date", clock: "Aware Time" },
    raised_at: { read: "moment", from: "Raised Date", clock: "Raised Time" },
    category: {
      read: "choice",
      from: "Category",
      codes: same("neglect", "physical", "financial", "psychological", "medication", "other"),
    },
    documents_due_day: { read: "day", from: "Documents Due Date", ahead: true },
    documents_done_day: { read: "day", from: "Documents Complete Date" },
  },
});
