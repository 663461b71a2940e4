import type { Recognised } from "#domain/imports/detect.ts";
import type { Profile } from "#domain/imports/profile.ts";

/** Headings whose cells a person may be shown, in the product's order: known, and not left out for what they can hold. */
export const shownHeadings = ({ profile, at }: Recognised): readonly string[] =>
  profile.headings.filter((heading) => heading in at && !profile.ignored.includes(heading));

/** Headings that hold references to people or records, where a name may stand by mistake. */
export const idHeadings = ({ columns, record }: Profile): ReadonlySet<string> =>
  new Set([
    ...Object.values(columns).flatMap((reading) =>
      reading.read === "person" || reading.read === "staff" ? [reading.from] : [],
    ),
    ...("from" in record ? [record.from] : []),
  ]);
