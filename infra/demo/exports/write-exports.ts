import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Day } from "#domain/day.ts";
import { factsOf, writeAccessAdult, writeBadLines } from "./access-adult.ts";
import { windowFor } from "./calendar.ts";
import { complaints } from "./complaints.ts";
import { contradictionIn, told } from "./contradiction.ts";
import { csvFile } from "./csv-file.ts";
import { headings } from "./headings.ts";
import { writeComplaintsBook, writeOnCallLog } from "./independent.ts";
import { writePlannedVisits } from "./planned-visits.ts";
import type { Making } from "./records.ts";
import { PLANTED_MONTH } from "./story.ts";
import { carePackages } from "./supported-people.ts";
import { type Contradiction, visitsOf } from "./visits.ts";
import { writeRecords } from "./write-records.ts";

export interface Wanted {
  readonly out: string;
  readonly seed: number;
  /** Multiplies the people supported, and so the rows; 1 is about 50,000 visits. */
  readonly scale: number;
  readonly asOf: Day;
  /** All months' visits in one `access-adult-visits.csv`, for trying large files; then nothing is planted as corrected. */
  readonly oneFile?: boolean;
}

/** File names with the rows each holds, headings not counted. */
export type Written = Readonly<Record<string, number>>;

/**
 * Writes every export of Meadowbank Care into a directory: what is imported at the top, the paper sources in
 * `independent/`, and in `corrected/` the file of the planted month as re-exported once the contradicted start is put
 * right. The same wishes give the same bytes. One month's people are in memory at a time, never its rows.
 */
export function writeExports({ out, seed, scale, asOf, oneFile = false }: Wanted): Written {
  for (const folder of ["", "independent", "corrected"]) mkdirSync(join(out, folder), { recursive: true });
  const window = windowFor(asOf);
  const packages = carePackages(seed, scale, window);
  const making = { packages, window, seed, scale };
  const planted = contradictionIn(packages, window, seed);
  writeOnCallLog(join(out, "independent", "on-call-log.csv"), packages, { window, seed, planted });
  writeComplaintsBook(join(out, "independent", "complaints-book.csv"), complaints(making), window);
  const writing = { out, making, planted };
  return {
    ...writeRecords(out, making),
    ...(oneFile ? writeOneVisitFile(writing) : writeVisitFiles(writing)),
  };
}

interface Writing {
  readonly out: string;
  readonly making: Making;
  readonly planted: Contradiction | undefined;
}

function writeVisitFiles(writing: Writing): Written {
  const { out, making, planted } = writing;
  const { months, asOf } = making.window;
  const written: Record<string, number> = {};
  months.forEach((month, number) => {
    const access = csvFile(join(out, `access-adult-visits-${month}.csv`), headings["access-adult-visits"]);
    const plans = csvFile(join(out, `planned-visits-${month}.csv`), headings["planned-visits"]);
    writeMonth({ access, plans, facts: factsOf(month) }, making, { month, number, planted, corrected: false });
    for (const file of [access, plans]) file.close();
    written[`access-adult-visits-${month}.csv`] = access.rows();
    written[`planned-visits-${month}.csv`] = plans.rows();
    if (number !== PLANTED_MONTH) return;
    const again = csvFile(join(out, "corrected", `access-adult-visits-${month}.csv`), headings["access-adult-visits"]);
    writeMonth({ access: again, facts: factsOf(month, asOf) }, making, { month, number, planted, corrected: true });
    again.close();
    written[`corrected/access-adult-visits-${month}.csv`] = again.rows();
  });
  return written;
}

function writeOneVisitFile({ out, making, planted }: Writing): Written {
  const access = csvFile(join(out, "access-adult-visits.csv"), headings["access-adult-visits"]);
  const plans = csvFile(join(out, "planned-visits.csv"), headings["planned-visits"]);
  const facts = { ...factsOf(making.window.months.at(-1) ?? ""), description: "Service delivery, all months" };
  making.window.months.forEach((month, number) => {
    writeMonth({ access, plans, facts }, making, { month, number, planted, corrected: false });
  });
  for (const file of [access, plans]) file.close();
  return { "access-adult-visits.csv": access.rows(), "planned-visits.csv": plans.rows() };
}

interface Files {
  readonly access: ReturnType<typeof csvFile>;
  readonly plans?: ReturnType<typeof csvFile>;
  readonly facts: ReturnType<typeof factsOf>;
}

interface MonthAsked {
  readonly month: string;
  readonly number: number;
  readonly planted: Contradiction | undefined;
  readonly corrected: boolean;
}

function writeMonth({ access, plans, facts }: Files, { packages, seed }: Making, asked: MonthAsked): void {
  const { month, number, planted, corrected } = asked;
  for (const care of packages) {
    if (care.calls.length === 0 || !touches(care, month)) continue;
    const visits = visitsOf(care, { month, number, seed }).map((visit) =>
      told(visit, care.person, { planted, corrected }),
    );
    writeAccessAdult(access, facts, care, visits);
    if (plans) writePlannedVisits(plans, care, visits);
  }
  const last = packages.findLast((care) => care.service === "coppice" && touches(care, month));
  if (number === PLANTED_MONTH && !corrected && last)
    writeBadLines(access, facts, last, visitsOf(last, { month, number, seed }));
}

const touches = ({ start, end }: { readonly start: Day; readonly end: Day | undefined }, month: string): boolean =>
  start <= `${month}-31` && (end === undefined || end >= `${month}-01`);
