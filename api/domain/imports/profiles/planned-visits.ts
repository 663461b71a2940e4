import { ownFormat, same } from "../own-format.ts";

/** The agreed plan, one row a visit, cancelled ones included; a visit for two carers is one row. */
export const plannedVisits = ownFormat({
  name: "planned-visits",
  report: "Planned visits",
  dataset: "planned-visits",
  headings: ["Visit Date", "Planned Start", "Planned Minutes", "Time Critical", "Carers Planned", "Cancelled By"],
  columns: {
    day: { read: "day", from: "Visit Date", ahead: true },
    planned_start: { read: "moment", from: "Visit Date", clock: "Planned Start", ahead: true },
    planned_min: { read: "length", from: "Planned Minutes" },
    time_critical: { read: "yes-no", from: "Time Critical" },
    cancelled_by: { read: "choice", from: "Cancelled By", codes: same("person", "provider", "hospital") },
    carers: { read: "whole", from: "Carers Planned", least: 1, most: 4 },
  },
});
