import type { Window } from "./calendar.ts";
import { PLANTED_MONTH } from "./story.ts";
import type { CarePackage } from "./supported-people.ts";
import { type Contradiction, type Visit, visitsOf } from "./visits.ts";

/**
 * The one recorded start that the on-call log contradicts: a Birchwood visit bought by Westshire in month 16, recorded
 * minutes after it was due when the carer came more than an hour later. Undefined when nobody has such a visit.
 */
export function contradictionIn(
  packages: readonly CarePackage[],
  window: Window,
  seed: number,
): Contradiction | undefined {
  const month = window.months[PLANTED_MONTH] ?? "";
  const stands = packages.filter(
    ({ service, contract, carers, start, end, calls }) =>
      service === "birchwood" &&
      contract === "westshire" &&
      carers === 1 &&
      start < `${month}-01` &&
      (end === undefined || end > `${month}-31`) &&
      calls.every((call) => call.start >= 360),
  );
  for (const care of stands) {
    const visit = visitsOf(care, { month, number: PLANTED_MONTH, seed }).find(
      ({ day, recorded, twice }) => day >= `${month}-11` && recorded !== undefined && !twice,
    );
    if (visit)
      return {
        person: care.person,
        service: care.service,
        day: visit.day,
        call: visit.call,
        recorded: visit.call.start + 4,
        truth: visit.call.start + 73,
      };
  }
  return undefined;
}

/** The visit as the export has it, or as a corrected export has it. */
export function told(visit: Visit, person: string, { planted, corrected }: Telling): Visit {
  if (!planted || person !== planted.person || visit.day !== planted.day || visit.call !== planted.call) return visit;
  const minutes = visit.recorded?.minutes ?? visit.call.minutes;
  return { ...visit, recorded: { start: corrected ? planted.truth : planted.recorded, minutes }, amended: corrected };
}

export interface Telling {
  readonly planted: Contradiction | undefined;
  readonly corrected: boolean;
}
