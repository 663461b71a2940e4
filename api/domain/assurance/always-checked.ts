import type { ValidationRow } from "../registers/validation-log.ts";

type RecordKind = ValidationRow["dataset"];

export interface AlwaysChecked {
  readonly name: string;
  readonly slug: string;
  /** Kinds of record it is found in: a plan over any of them will do. */
  readonly of: readonly RecordKind[];
}

/** What is never left to a sample (good practice: every safeguarding case, missed visit, serious incident and death). */
export const alwaysChecked: readonly AlwaysChecked[] = [
  { name: "safeguarding concerns", slug: "safeguarding", of: ["safeguarding"] },
  { name: "missed visits", slug: "missed-visits", of: ["planned-visits", "visits"] },
  { name: "serious incidents and deaths", slug: "serious-incidents", of: ["incidents"] },
];

/** The ones that a pack reporting on these kinds of record must cover. */
export const alwaysCheckedIn = (kinds: readonly RecordKind[]): readonly AlwaysChecked[] =>
  alwaysChecked.filter(({ of }) => of.some((kind) => kinds.includes(kind)));
