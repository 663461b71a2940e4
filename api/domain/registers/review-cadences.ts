/** How often something is looked at again. */
export const reviewCadences = ["weekly", "every-cycle", "monthly", "quarterly", "yearly"] as const;

export type ReviewCadence = (typeof reviewCadences)[number];
