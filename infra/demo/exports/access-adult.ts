import { addDays, type Day } from "#domain/day.ts";
import { clock, slashed, weekEnding } from "./calendar.ts";
import { type CsvFile, quoted } from "./csv-file.ts";
import type { DemoService } from "./story.ts";
import type { CarePackage, CareWorker } from "./supported-people.ts";
import type { Visit } from "./visits.ts";

/** What every line of one Access Adult file begins with. */
export interface FileFacts {
  /** Never used before, not even by a corrected file of the same month. */
  readonly reference: string;
  readonly description: string;
  /** Local, `YYYY-MM-DDTHH:MM:SS`. */
  readonly created: string;
}

export const providerRefs: Readonly<Record<DemoService, string>> = {
  ashdown: "MB-ASHDOWN",
  birchwood: "MB-BIRCHWOOD",
  coppice: "MB-COPPICE",
  dovecote: "MB-DOVECOTE",
  "elm-house": "MB-ELM-HOUSE",
};

const contractNumbers = { westshire: "WCC-ASC-2024-117", eastmoor: "EBC-HC-0042", "": "PRIVATE" } as const;

/** A month's file is made early in the next month; a corrected one four days after the as-of day. */
export const factsOf = (month: string, correctedAsOf?: Day): FileFacts => ({
  reference: `MB-${month.replace("-", "")}-${correctedAsOf ? "02" : "01"}`,
  description: `Service delivery ${month}${correctedAsOf ? " (corrected)" : ""}`,
  created: `${addDays(correctedAsOf ?? `${month}-28`, correctedAsOf ? 4 : 6)}T07:15:00`,
});

/** Writes the lines of one package's visits; only visits the care system exported have one. */
export function writeAccessAdult(file: CsvFile, facts: FileFacts, care: CarePackage, visits: readonly Visit[]): void {
  const before = [
    facts.reference,
    facts.description,
    facts.created,
    providerRefs[care.service],
    contractNumbers[care.contract],
    care.person,
    care.details,
  ];
  const begin = before.map(quoted).join(",");
  for (const visit of visits) {
    if (!visit.exported) continue;
    const line = lineOf(begin, care, visit, visit.carer, false);
    file.line(line);
    if (visit.twice) file.line(line);
    if (visit.second) file.line(lineOf(begin, care, visit, visit.second, true));
  }
}

function lineOf(begin: string, care: CarePackage, visit: Visit, carer: CareWorker, second: boolean): string {
  const { day, call, recorded, amended } = visit;
  const paid = recorded ? (call.minutes * 0.41).toFixed(2) : "0.00";
  const type = care.service === "dovecote" ? "SUPPORTED LIVING" : "HOME CARE";
  const actual = recorded ? `${clock(recorded.start)}:00,${clock(recorded.minutes)}:00` : ",";
  return (
    `${begin},${slashed(weekEnding(day))},${ourRef(care, day)},0.00,${paid},${type},${slashed(day)},` +
    `${clock(call.start)}:00,${clock(call.minutes)}:00,${actual},${second ? "True" : "False"},${care.carers},` +
    `ORD-${care.reference.slice(4)},${amended ? "Y" : ""},,${carer.code},${quoted(carer.name)}`
  );
}

const ourRef = ({ reference }: CarePackage, day: Day) => `INV-${day.slice(0, 7)}-${reference.slice(-5)}`;

/** The two lines a person must look at: a name where the person's number belongs, and a day that has not come yet. */
export function writeBadLines(file: CsvFile, facts: FileFacts, care: CarePackage, visits: readonly Visit[]): void {
  const [one, other] = visits.filter(({ recorded, exported }) => recorded !== undefined && exported);
  const [name = ""] = care.details.split(",");
  if (one) writeAccessAdult(file, facts, { ...care, person: name }, [{ ...one, twice: false, second: undefined }]);
  if (other) {
    const nextYear = `${Number(other.day.slice(0, 4)) + 1}${other.day.slice(4)}`;
    writeAccessAdult(file, facts, care, [{ ...other, day: nextYear, twice: false, second: undefined }]);
  }
}
