/** Who does what, as `people` records it. The people register is the only source of roles, scope and deputies. */
export const roles = [
  "contracts-manager",
  "quality-lead",
  "registered-manager",
  "regional-manager",
  "team-leader",
  "shift-leader",
  "key-worker",
  "care-coordinator",
  "safeguarding-lead",
  "auditor",
  "senior-leader",
  "ecm-administrator",
  "project-lead",
  "external-reviewer",
  "administrator",
] as const;

export type Role = (typeof roles)[number];

/** The trade's words for each role, as shown on screen and in refusals. */
export const roleNames: Readonly<Record<Role, string>> = {
  "contracts-manager": "contracts manager",
  "quality-lead": "quality lead",
  "registered-manager": "registered manager",
  "regional-manager": "regional manager",
  "team-leader": "team leader",
  "shift-leader": "shift leader",
  "key-worker": "key worker",
  "care-coordinator": "care coordinator",
  "safeguarding-lead": "safeguarding lead",
  auditor: "auditor",
  "senior-leader": "senior leader",
  "ecm-administrator": "ECM administrator",
  "project-lead": "project lead",
  "external-reviewer": "external reviewer",
  administrator: "administrator",
};
