import { ownFormat, same } from "../own-format.ts";

/** Incidents and near misses, one row each version. */
export const incidents = ownFormat({
  name: "incidents",
  report: "Incidents",
  dataset: "incidents",
  headings: ["Incident Date", "Kind", "Harm", "Reported Date", "Closed Date"],
  columns: {
    day: { read: "day", from: "Incident Date" },
    kind: { read: "choice", from: "Kind", codes: same("fall", "medication-error", "near-miss", "behaviour", "other") },
    harm: { read: "choice", from: "Harm", codes: same("none", "low", "moderate", "severe", "death") },
    reported_day: { read: "day", from: "Reported Date" },
    closed_day: { read: "day", from: "Closed Date" },
  },
});
