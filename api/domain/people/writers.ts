import type { Role } from "./role.ts";

/**
 * Who may edit the plain answers of a register's rows, from the registers' own “who writes it” in good practice.
 * Fields that only a move may set (status and what goes with it) are in no edit. A register that is not here is
 * written by its own operations alone.
 */
export const writers: Readonly<Record<string, readonly Role[]>> = {
  contracts: ["contracts-manager"],
  services: ["contracts-manager", "administrator"],
  frameworks: ["quality-lead"],
  specifications: ["contracts-manager"],
  indicators: ["quality-lead"],
  "evidence-map": ["quality-lead", "ecm-administrator"],
  "reporting-calendar": ["contracts-manager"],
  themes: ["senior-leader", "quality-lead"],
  actions: ["quality-lead", "contracts-manager", "registered-manager", "regional-manager"],
  exceptions: ["registered-manager", "team-leader", "quality-lead"],
  "outcome-plans": ["quality-lead"],
  outcomes: ["registered-manager", "key-worker"],
  meetings: ["senior-leader", "quality-lead"],
};
