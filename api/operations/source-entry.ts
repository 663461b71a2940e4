import { type RecordRow, sayRecord } from "#domain/assurance/say-record.ts";
import { londonInstant } from "#domain/clocks/london-time.ts";
import { type Refusal, refuse } from "#domain/refusal.ts";
import type { Answers } from "#domain/register/register.ts";
import type { AssurancePlan } from "#domain/registers/assurance-plans.ts";
import type { validationLog } from "#domain/registers/validation-log.ts";
import type { Outside } from "../outside.ts";
import type { DataFile } from "../records/engine.ts";
import { findRecords, isBought, pseudonymOf } from "../records/find-records.ts";
import { checkOf } from "./check-rows-of.ts";

/** An entry of an independent source as the checker reads it out. */
export interface SourceEntry {
  readonly entry: number;
  readonly service: string;
  readonly day: string;
  readonly time?: string | undefined;
  readonly person?: string | undefined;
  readonly record?: string | undefined;
  readonly value: string;
}

interface LookUp {
  readonly files: readonly DataFile[];
  readonly plan: AssurancePlan;
  readonly entry: SourceEntry;
}

/** What the data has of it: by the record's number, else of the same service, day, person and time. */
export async function lookUp(
  { engine, keys }: Outside,
  { files, plan: { dataset, contract }, entry: { service, day, time, person, record } }: LookUp,
): Promise<readonly RecordRow[] | Refusal> {
  const data = { files, engine };
  const pseudonym = person === undefined ? undefined : pseudonymOf(person, keys.pseudonymKey());
  if (pseudonym !== undefined && !(await isBought(data, { person: pseudonym, day, contract }))) return notOurs();
  const named = record === undefined ? [] : await findRecords(data, { dataset, records: [record], service, contract });
  const rows =
    named.length > 0
      ? named
      : await findRecords(data, { dataset, service, day, contract, ...(pseudonym && { person: pseudonym }) });
  return time === undefined ? rows : rows.filter((row) => isAt(row, londonMinutes(day, time)));
}

/** Minutes since 1970 UTC. */
const londonMinutes = (day: string, time: string): number => Date.parse(londonInstant(day, `${time}:00`)) / 60_000;

const startColumns = ["planned_start", "claimed_start", "aware_at", "raised_at"] as const;

/** True when the record starts then; a record without a time of its own is not ruled out by one. */
const isAt = (row: RecordRow, minutes: number): boolean => {
  const starts = startColumns.flatMap((column) => (typeof row[column] === "number" ? [row[column]] : []));
  return starts.length === 0 || starts.includes(minutes);
};

/** The check to be written: of the one record it matches, or of an entry that the data does not have. */
export function checkOfEntry(
  plan: AssurancePlan,
  { entry, service, record }: SourceEntry,
  { result, found }: { readonly result: "agrees" | "differs" | "not-found"; readonly found: readonly RecordRow[] },
): Answers<typeof validationLog> | Refusal {
  const { key, cycle, contract, dataset, direction, independentSource } = plan;
  if (result === "not-found")
    return {
      ...{ plan: key, contract, service, dataset, direction, status: "to-check" },
      record: `${independentSource ?? "Source"}, entry ${entry}`,
      reportedValue: "Nothing: the data has no such record.",
      ...(cycle && { cycle }),
    };
  const [match, ...others] = record ? found.filter((row) => row.record === record || found.length === 1) : found;
  if (!match)
    return refuse(
      "source.no-match",
      "The data has no record of that service, day and person, so there is nothing it could agree with.",
      "Look at what was entered, or record it as not found.",
    );
  if (others.length > 0)
    return refuse(
      "source.several-matches",
      `The data has ${others.length + 1} records that could be meant.`,
      `Choose one of them by its number: ${[match, ...others].map((row) => `${row.record} (${sayRecord(dataset, row)})`).join("; ")}`.slice(
        0,
        1500,
      ),
    );
  return checkOf(plan, dataset, match);
}

const notOurs = (): Refusal =>
  refuse(
    "source.not-this-contract",
    "This contract does not pay for that person’s care on that day, so the entry is not part of its figures.",
    "Look at the reference and the day. Leave entries about other people out of the count.",
  );
