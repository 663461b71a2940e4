import { join } from "node:path";
import { addDays, type Day } from "#domain/day.ts";
import { birdieActions, birdieAlerts } from "./birdie.ts";
import { clock, slashed } from "./calendar.ts";
import { complaints } from "./complaints.ts";
import { concerns } from "./concerns.ts";
import { csvFile } from "./csv-file.ts";
import { feedback } from "./feedback.ts";
import { headings, type Source } from "./headings.ts";
import { incidents } from "./incidents.ts";
import type { DemoRecord, Making } from "./records.ts";
import { reviews } from "./reviews.ts";

type Line = readonly (string | number)[];

/** Writes the files that hold the whole time at once: packages, the smaller records, and Birdie's two tables. */
export function writeRecords(out: string, making: Making): Readonly<Record<string, number>> {
  const lines: Readonly<Partial<Record<Source, readonly Line[]>>> = {
    packages: making.packages.map((each) => [
      ...begun({ ...each, version: 1 }),
      slashed(each.start),
      maybe(each.end),
      each.funding,
      each.contract,
      each.weeklyMinutes,
    ]),
    incidents: incidentLines(making),
    complaints: complaints(making).map((each) => [
      ...begun(each),
      slashed(each.day),
      slashed(each.due),
      maybe(each.answered),
      each.theme,
      each.outcome ?? "",
    ]),
    safeguarding: concernLines(making),
    reviews: reviews(making).map((each) => [
      ...begun(each),
      slashed(each.day),
      maybe(each.reviewed),
      each.achieved ?? "",
    ]),
    feedback: feedback(making).map((each) => [
      ...begun(each),
      slashed(each.day),
      each.source,
      each.rating ?? "",
      each.about,
    ]),
    "birdie-actions": birdieActions(making),
    "birdie-alerts": birdieAlerts(making),
  };
  return Object.fromEntries(
    Object.entries(lines).map(([source, rows]) => [`${source}.csv`, write(out, source as Source, rows)]),
  );
}

/** Birdie writes bare line feeds; feedback went through a spreadsheet, which leaves a byte-order mark. */
function write(out: string, source: Source, lines: readonly Line[]): number {
  const lineEnd = source.startsWith("birdie") ? "\n" : "\r\n";
  const file = csvFile(join(out, `${source}.csv`), headings[source], { lineEnd, mark: source === "feedback" });
  for (const line of lines) file.row(line);
  file.close();
  return file.rows();
}

/** One incident too many: dated next year by a slip of the hand. */
function incidentLines(making: Making): readonly Line[] {
  const all = incidents(making);
  const last = all.at(-1);
  const slip = last ? [{ ...last, reference: "INC-900001", day: addDays(last.day, 365) }] : [];
  return [...all, ...slip].map((each) => [
    ...begun(each),
    slashed(each.day),
    each.kind,
    each.harm,
    slashed(each.reported),
    maybe(each.closed),
  ]);
}

const concernLines = (making: Making): readonly Line[] =>
  concerns(making).map((each) => [
    ...begun(each),
    slashed(each.day),
    clock(each.aware),
    maybe(each.raised?.day),
    each.raised ? clock(each.raised.at) : "",
    each.category,
    slashed(each.documentsDue),
    maybe(each.documentsDone),
  ]);

const begun = ({ reference, version, service, person }: Omit<DemoRecord, "day">): Line => [
  reference,
  version,
  service,
  person,
];

const maybe = (day: Day | undefined): string => (day === undefined ? "" : slashed(day));
