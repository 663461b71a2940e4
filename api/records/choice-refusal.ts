import type { ImportChoice } from "#domain/imports/import-report.ts";
import { sparedHeadings } from "#domain/imports/missing-columns.ts";
import type { Profile } from "#domain/imports/profile.ts";
import { type Refusal, refuse } from "#domain/refusal.ts";
import { dayHeadings } from "./day-headings.ts";
import type { SourceTable } from "./source-table.ts";

/** Why a table cannot be loaded as chosen; undefined when it can. */
export function choiceRefusal({ recognised }: SourceTable, choice: ImportChoice): Refusal | undefined {
  const { profile, at, repeated } = recognised;
  const missing = missingForGood(recognised);
  if (profile.name !== choice.profile)
    return refuse(
      "import.other-report",
      `This file is ${profile.product}, ${profile.report}, not what was confirmed in the preview.`,
      "Open the preview of this file again and confirm it.",
    );
  if (missing.length > 0) return missingHeadings(missing, recognised.strange);
  if (repeated.length > 0) return repeatedHeadings(repeated);
  const open = dayHeadings(profile).filter((heading) => heading in at && choice.days[heading] === undefined);
  return open.length > 0
    ? refuse(
        "import.days-not-settled",
        `It is not settled how the days under ${quoted(open)} are written.`,
        "Answer the question in the preview: is the day or the month written first?",
      )
    : undefined;
}

/** Headings that are missing and without which no row can be read. */
export function missingForGood({
  profile,
  missing,
}: {
  readonly profile: Profile;
  readonly missing: readonly string[];
}) {
  const spared = sparedHeadings(profile);
  return missing.filter((heading) => !spared.includes(heading));
}

export const missingHeadings = (missing: readonly string[], strange: readonly string[]): Refusal =>
  refuse(
    "import.missing-headings",
    `The file has no column ${quoted(missing)}.${strange.length > 0 ? ` Headings it has that are not known: ${quoted(strange)}.` : ""}`,
    "If a heading was only renamed, say so in the preview. Otherwise export the report again with all its columns.",
  );

export const repeatedHeadings = (repeated: readonly string[]): Refusal =>
  refuse(
    "import.repeated-headings",
    `The file has more than one column headed ${quoted(repeated)}, so it cannot be told which one holds.`,
    "Export the report again, or delete the column that does not belong.",
  );

const quoted = (headings: readonly string[]): string =>
  headings.map((heading) => `“${heading.slice(0, 60)}”`).join(", ");
