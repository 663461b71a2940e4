import type { DatasetName } from "../figures/dataset.ts";

/** A record as the snapshot's files have it; columns of a related record carry its name, e.g. `visit.actual_start`. */
export type RecordRow = Readonly<Record<string, string | number | null>>;

const london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});
const londonTime = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" });

const at = (minutes: string | number | null | undefined, format = londonTime): string =>
  typeof minutes === "number" ? format.format(new Date(minutes * 60_000)) : "not recorded";

const dayWords = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
const on = (day: string | number | null | undefined): string =>
  typeof day === "string" && day !== "" ? dayWords.format(new Date(`${day}T00:00:00Z`)) : "not recorded";

const words = (value: string | number | null | undefined): string =>
  value === null || value === undefined || value === "" ? "not recorded" : String(value).replaceAll("-", " ");

/** What a record says, in words an auditor can lay beside the source: times in London, codes and days; never a name. */
export function sayRecord(dataset: DatasetName, row: RecordRow): string {
  const said = sayings[dataset](row).filter(Boolean).join("; ");
  return said.charAt(0).toUpperCase() + said.slice(1);
}

type Saying = (row: RecordRow) => readonly string[];

const sayings: Readonly<Record<DatasetName, Saying>> = {
  "planned-visits": (row) => [
    `Planned ${on(row.day)} at ${at(row.planned_start)} for ${words(row.planned_min)} minutes`,
    row.cancelled_by ? `called off by ${words(row.cancelled_by)}` : "",
    ...carriedOut(row, "visit."),
  ],
  visits: (row) => [
    `Claimed ${on(row.day)} at ${at(row.claimed_start)} for ${words(row.claimed_min)} minutes`,
    ...carriedOut(row, ""),
  ],
  packages: (row) => [
    `From ${on(row.start_day)} ${row.end_day ? `to ${on(row.end_day)}` : "and going on"}`,
    `paid for by ${words(row.funding)}`,
    `${words(row.weekly_minutes)} minutes a week`,
  ],
  incidents: (row) => [
    `${words(row.kind)} on ${on(row.day)}, harm: ${words(row.harm)}`,
    `reported ${on(row.reported_day)}`,
    `closed: ${on(row.closed_day)}`,
  ],
  complaints: (row) => [
    `Received ${on(row.day)}, answer due ${on(row.due_day)}`,
    `answered: ${on(row.answered_day)}`,
    `about ${words(row.theme)}`,
    `outcome: ${words(row.outcome)}`,
  ],
  safeguarding: (row) => [
    `Known ${at(row.aware_at, london)}, raised with the council: ${at(row.raised_at, london)}`,
    `category: ${words(row.category)}`,
    `documents due ${on(row.documents_due_day)}, complete: ${on(row.documents_done_day)}`,
  ],
  reviews: (row) => [
    `Due ${on(row.due_day)}, held: ${on(row.reviewed_day)}`,
    `outcomes achieved: ${words(row.outcomes_achieved)}`,
  ],
  feedback: (row) => [
    `From ${words(row.source)} on ${on(row.day)}`,
    `rating: ${words(row.rating)}`,
    `about ${words(row.about)}`,
  ],
  tasks: (row) => [`Due ${on(row.due_day)}, completed: ${on(row.completed_day)}`, `status: ${words(row.status)}`],
  alerts: (row) => [
    `${words(row.kind)}, ${words(row.severity)}, raised ${at(row.raised_at, london)}`,
    `resolved: ${at(row.resolved_at, london)}`,
  ],
};

const minutesIn = (count: number): string => (count === 1 ? "1 minute" : `${count} minutes`);

function carriedOut(row: RecordRow, prefix: "" | "visit."): readonly string[] {
  const planned = prefix === "" ? row.claimed_start : row.planned_start;
  const [start, minutes] = [row[`${prefix}actual_start`], row[`${prefix}actual_min`]];
  if (typeof start !== "number") return ["no start recorded"];
  const late = typeof planned === "number" ? start - planned : 0;
  const apart = late === 0 ? "on the minute" : `${minutesIn(Math.abs(late))} ${late > 0 ? "late" : "early"}`;
  return [`started ${at(start)} (${apart})`, typeof minutes === "number" ? `stayed ${minutesIn(minutes)}` : ""];
}
