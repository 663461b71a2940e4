/** The stages of a reporting cycle, in order. Each ends at a gate, except the last. */
export const stages = [
  "define",
  "collect",
  "validate",
  "explain",
  "approve",
  "compile",
  "submit",
  "improve",
  "closed",
] as const;

export type Stage = (typeof stages)[number];
