import { plainHeading } from "#domain/imports/detect.ts";
import type { ImportCounts, ImportProblem } from "#domain/imports/import-report.ts";
import { NOT_THERE } from "#domain/imports/missing-columns.ts";
import { dayFormatWords, type SettledDays } from "#domain/imports/settle-days.ts";
import type { Period } from "#domain/period.ts";
import { missingForGood, missingHeadings, repeatedHeadings } from "./choice-refusal.ts";
import type { SourceTable } from "./source-table.ts";

const list = (headings: readonly string[]): string => headings.map((heading) => `“${heading.slice(0, 60)}”`).join(", ");
const note = (say: string): ImportProblem => ({ level: "note", say });
const rows = (count: number): string => (count === 1 ? "1 row" : `${count.toLocaleString("en-GB")} rows`);

type Renamed = Readonly<Record<string, string>>;

/** What the headings, the encoding and the days of a file leave to say, ask or refuse. `told`: what was answered. */
export function previewProblems(
  source: SourceTable,
  settled: SettledDays,
  told: Renamed = {},
): readonly ImportProblem[] {
  return [
    ...missingProblems(source, told),
    ...headingProblems(source),
    ...dayProblems(source, settled),
    ...shapeProblems(source),
  ];
}

/** A missing column may only be called otherwise. Without some the file cannot be read; without others it can. */
function missingProblems({ recognised }: SourceTable, told: Renamed): readonly ImportProblem[] {
  const { missing, strange } = recognised;
  const needed = missingForGood(recognised);
  const spared = missing.filter((heading) => !needed.includes(heading));
  const open = missing.filter((heading) => strange.length > 0 && told[heading] !== NOT_THERE);
  return [
    ...(needed.length > 0 ? [{ level: "stops" as const, say: missingHeadings(needed, strange).refused.say }] : []),
    ...(spared.length > 0
      ? [
          note(
            `The file has no column ${list(spared)}. It can be taken in without; every figure that needs it is blocked then, never zero.`,
          ),
        ]
      : []),
    ...open.map((heading) => ({
      level: "ask" as const,
      say: `Which column of this file is “${heading}”?`,
      ask: {
        field: "renamed" as const,
        heading,
        options: needed.includes(heading) ? strange : [...strange, NOT_THERE],
      },
    })),
  ];
}

function headingProblems({ recognised, found }: SourceTable): readonly ImportProblem[] {
  const { profile, missing, repeated, strange, renamed, at } = recognised;
  const differing = Object.entries(renamed).filter(([known, written]) => plainHeading(known) !== plainHeading(written));
  const ignored = profile.ignored.filter((heading) => heading in at);
  return [
    ...(repeated.length > 0 ? [{ level: "stops" as const, say: repeatedHeadings(repeated).refused.say }] : []),
    ...differing.map(([known, written]) => note(`“${written}” is read as “${known}”.`)),
    ...(strange.length > 0 && missing.length === 0 ? [note(`Not known and not loaded: ${list(strange)}.`)] : []),
    ...(ignored.length > 0
      ? [note(`Left out, because it can hold names, addresses or free text about people: ${list(ignored)}.`)]
      : []),
    ...(found.headerRow > 1
      ? [note(`The headings are in row ${found.headerRow}; the rows above them are a title.`)]
      : []),
  ];
}

function dayProblems({ recognised: { profile } }: SourceTable, { days, ask }: SettledDays): readonly ImportProblem[] {
  const asked = Object.entries(ask).map(([heading, options]): ImportProblem => {
    const used = days[heading];
    return {
      level: "ask",
      say: `The days under “${heading}” could be read in more than one way: ${options.map(dayFormatWords).join(", or ")}. ${
        used
          ? `${profile.product} writes ${dayFormatWords(used)}, so that is used unless you say otherwise.`
          : "Which is it?"
      }`,
      ask: { field: "days", heading, options },
    };
  });
  const differing = Object.entries(days).filter(([heading, way]) => way !== profile.days && !(heading in ask));
  return [
    ...asked,
    ...differing.map(([heading, way]) =>
      note(
        `The days under “${heading}” are written ${dayFormatWords(way)}; ${profile.product} writes them ${dayFormatWords(profile.days)}. The file was probably saved again in a spreadsheet.`,
      ),
    ),
  ];
}

function shapeProblems({ encoding, kind }: SourceTable): readonly ImportProblem[] {
  if (kind === "xlsx" || encoding === "utf-8" || encoding === "utf-8-bom") return [];
  return [
    note(`The file is not UTF-8 but ${encoding === "windows-1252" ? "Windows-1252" : "UTF-16"}; it was converted.`),
  ];
}

/** What a trial load leaves to say. */
export function trialProblems(counts: ImportCounts, asked: Period | undefined): readonly ImportProblem[] {
  const outside = asked ? outsidePeriod(counts, asked) : [];
  return [
    ...(counts.scanned === 0 ? [note("There are no rows below the headings: a nil return, or the wrong export.")] : []),
    ...outside,
    ...counts.rejectedWhy.map(({ why, rows: count }) => note(`${rows(count)} will not be loaded: ${why}.`)),
    ...counts.skippedWhy.map(({ why, rows: count }) => note(`${rows(count)} will be skipped: ${why.toLowerCase()}.`)),
  ];
}

function outsidePeriod(
  { outsidePeriod: outside, loaded, covered }: ImportCounts,
  asked: Period,
): readonly ImportProblem[] {
  if (outside === 0 || !covered) return [];
  const holds = `The file holds ${covered.from} to ${covered.to}; ${asked.from} to ${asked.to} was asked for.`;
  return [
    note(
      outside === loaded
        ? `${holds} No row is within it: this is probably the wrong export.`
        : `${holds} ${rows(outside)} will be loaded that are outside it.`,
    ),
  ];
}
