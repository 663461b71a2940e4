/** What a figure is expressed in. Rates per 1,000 hours are worked out from minutes. */
export const units = ["percent", "count", "per-1000-hours", "per-1000-bed-days", "days", "ratio"] as const;
