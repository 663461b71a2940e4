import type { Profile } from "../profile.ts";

/** Birdie Raw Data, table ALERTS: one row for each version of an alert, times in UTC. */
export const birdieAlerts: Profile = {
  name: "birdie-alerts",
  product: "Birdie",
  report: "Raw Data: ALERTS",
  dataset: "alerts",
  zone: "UTC",
  days: "iso",
  headings: [
    "ALERT_EVENT_TYPE",
    "BRANCH_ID",
    "CLIENT_ID",
    "CREATED_AT",
    "ID",
    "MESSAGE",
    "RESOLVED_AT",
    "SEVERITY",
    "STATUS",
    "UPDATED_AT",
    "VERSION",
  ],
  ignored: ["MESSAGE"],
  columns: {
    service: { read: "service", from: "BRANCH_ID" },
    person: { read: "person", from: "CLIENT_ID" },
    day: { read: "day", from: "CREATED_AT" },
    kind: { read: "text", from: "ALERT_EVENT_TYPE" },
    severity: { read: "choice", from: "SEVERITY", codes: { LOW: "low", MEDIUM: "medium", HIGH: "high" } },
    raised_at: { read: "moment", from: "CREATED_AT" },
    resolved_at: { read: "moment", from: "RESOLVED_AT" },
  },
  record: { from: "ID", version: "VERSION" },
};
