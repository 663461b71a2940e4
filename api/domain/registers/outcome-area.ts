/** Parts of life an outcome can be about. */
export const outcomeAreas = [
  "mobility",
  "nutrition",
  "anxiety",
  "behaviour",
  "medication",
  "participation",
  "wellbeing",
  "independence",
  "other",
] as const;

export type OutcomeArea = (typeof outcomeAreas)[number];
