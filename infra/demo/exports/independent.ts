import { clock, slashed, type Window } from "./calendar.ts";
import type { Complaint } from "./complaints.ts";
import { csvFile } from "./csv-file.ts";
import { random } from "./random.ts";
import { PLANTED_MONTH } from "./story.ts";
import type { CarePackage } from "./supported-people.ts";
import { type Contradiction, visitsOf } from "./visits.ts";

/** Headings of the paper sources, which are never imported: a person lays them beside the figures. */
export const paperHeadings = {
  "on-call-log": [
    "Entry",
    "Written On",
    "Service",
    "Person Reference",
    "Visit Date",
    "Visit Due At",
    "Carer Arrived At",
  ],
  "complaints-book": ["Entry", "Record Reference", "Service", "Person Reference", "Received On", "Answered On"],
} as const;

/** What the on-call log says of a dozen visits of month 16; all but the planted one as the care system has them. */
export function writeOnCallLog(
  path: string,
  packages: readonly CarePackage[],
  { window, seed, planted }: { window: Window; seed: number; planted: Contradiction | undefined },
): void {
  const month = window.months[PLANTED_MONTH] ?? "";
  const file = csvFile(path, paperHeadings["on-call-log"]);
  const entries = packages.flatMap((care) => {
    const chance = random(seed, "on call", care.reference);
    if (care.person === planted?.person || !chance.chance(0.25)) return [];
    const visit = visitsOf(care, { month, number: PLANTED_MONTH, seed }).find(
      ({ recorded, cancelledBy }) => cancelledBy === "" && recorded !== undefined && chance.chance(0.2),
    );
    return visit?.recorded ? [{ ...care, day: visit.day, due: visit.call.start, arrived: visit.recorded.start }] : [];
  });
  const last = planted ? [{ ...planted, due: planted.call.start, arrived: planted.truth }] : [];
  [...entries.slice(0, 12), ...last]
    .sort((one, other) => (one.day < other.day ? -1 : 1))
    .forEach(({ service, person, day, due, arrived }, at) => {
      file.row([at + 1, slashed(day), service, person, slashed(day), clock(due), clock(arrived)]);
    });
  file.close();
}

/** The quarter's complaints as the office wrote them down. */
export function writeComplaintsBook(path: string, all: readonly Complaint[], { quarter }: Window): void {
  const file = csvFile(path, paperHeadings["complaints-book"]);
  all
    .filter(({ day }) => day >= quarter.from && day <= quarter.to)
    .forEach(({ reference, service, person, day, answered }, at) => {
      file.row([at + 1, reference, service, person, slashed(day), answered ? slashed(answered) : ""]);
    });
  file.close();
}
