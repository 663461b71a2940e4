import type { Profile } from "#domain/imports/profile.ts";

/** Headings of the columns with days, each once. */
export const dayHeadings = (profile: Profile): readonly string[] => [
  ...new Set(
    Object.values(profile.columns).flatMap((reading) =>
      reading.read === "day" || reading.read === "moment" ? [reading.from] : [],
    ),
  ),
];
