/** What a theme, action, exception or early warning is about: the same words everywhere, so that they can be counted together. */
export const categories = [
  "safeguarding",
  "medication",
  "missed-visits",
  "late-visits",
  "complaints",
  "incidents",
  "reviews",
  "recording",
  "staffing",
  "other",
] as const;

export type Category = (typeof categories)[number];

/** Rows of this category are for people with the safeguarding right. */
export const safeguardingCategory = { field: "category", is: ["safeguarding"] } as const;
