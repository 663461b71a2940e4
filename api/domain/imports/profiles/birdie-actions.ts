import type { Profile } from "../profile.ts";

/** Birdie Raw Data, table ACTIONS: one row for each version of an action, times in UTC. */
export const birdieActions: Profile = {
  name: "birdie-actions",
  product: "Birdie",
  report: "Raw Data: ACTIONS",
  dataset: "tasks",
  zone: "UTC",
  days: "iso",
  headings: [
    "ASSIGNEE_ID",
    "BRANCH_ID",
    "CREATED_AT",
    "CREATED_BY",
    "DESCRIPTION",
    "DUE_DATE",
    "ID",
    "IS_ARCHIVED",
    "RELATIONS",
    "STATUS",
    "TITLE",
    "UPDATED_AT",
    "UPDATED_BY",
    "VERSION",
  ],
  ignored: ["ASSIGNEE_ID", "CREATED_BY", "DESCRIPTION", "TITLE", "UPDATED_BY"],
  columns: {
    service: { read: "service", from: "BRANCH_ID" },
    person: { read: "person", from: "RELATIONS", prefix: "client:" },
    day: { read: "day", from: "CREATED_AT" },
    status: { read: "text", from: "STATUS" },
    due_day: { read: "day", from: "DUE_DATE", ahead: true },
    completed_day: { read: "day", from: "UPDATED_AT", when: { from: "STATUS", is: "COMPLETED" } },
  },
  record: { from: "ID", version: "VERSION" },
};
