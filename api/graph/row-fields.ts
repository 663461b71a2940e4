import type { Field, Kind } from "#domain/register/field.ts";
import type { Kept, Moved, Register, Row } from "#domain/register/register.ts";

type Values = Readonly<Record<string, unknown>>;

const asIs = (value: unknown) => value;
const asText = (value: unknown) => (value === undefined || value === null ? undefined : String(value));
const asNumber = (value: unknown) => {
  const number = typeof value === "number" ? value : Number(value);
  return Number.isFinite(number) ? number : undefined;
};
const asYesNo = (value: unknown) => value === true || value === "true" || value === "1" || value === 1;
const asList = (value: unknown) => {
  try {
    const list: unknown = JSON.parse(String(value));
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
};
const toJson = (value: unknown) => JSON.stringify(value);

/** How each kind travels to SharePoint and back: Graph leaves out what is empty and may answer numbers as text. */
const travel = {
  text: [asIs, asText],
  note: [asIs, asText],
  number: [asIs, asNumber],
  "yes-no": [asIs, asYesNo],
  choice: [asIs, asText],
  many: [toJson, asList],
  day: [asIs, asText],
  instant: [asIs, asText],
  person: [asIs, asText],
  reference: [asIs, asText],
  part: [toJson, asList],
  hash: [asIs, asText],
} satisfies Record<Kind, readonly [(value: unknown) => unknown, (value: unknown) => unknown]>;

const MOST_HISTORY = 55_000;

/** Answers as the list keeps them. `null` empties a column; undefined leaves it out. */
export function toFields(register: Register, answers: Values): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(answers)) {
    const field: Field | undefined = register.fields[name];
    if (!field || value === undefined) continue;
    fields[name] = value === null || value === "" ? null : travel[field.kind][0](value);
  }
  const headline = answers[register.headline];
  if (typeof headline === "string") fields.Title = headline.slice(0, 255);
  return fields;
}

/** A row's history as its note keeps it; the oldest moves make room, the audit trail has them all. */
export function historyNote(history: readonly Moved[]): string {
  let kept = history;
  while (JSON.stringify(kept).length > MOST_HISTORY) kept = kept.slice(1);
  return JSON.stringify(kept);
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "";

/** Each register's fields with how they are read: looked up once, not for each of 100,000 rows. */
const readers = new WeakMap<Register, readonly (readonly [string, (value: unknown) => unknown])[]>();

function readersOf(register: Register) {
  const known = readers.get(register);
  if (known) return known;
  const made = Object.entries(register.fields).map(([name, { kind }]) => [name, travel[kind][1]] as const);
  readers.set(register, made);
  return made;
}

const nothing: readonly Moved[] = [];

/** A list item as a row. Undefined when it has no key: somebody added it outside the app. */
export function fromFields<R extends Register>(register: R, etag: string, fields: Values): Row<R> | undefined {
  const key = asText(fields.key);
  if (!key) return undefined;
  const row: Record<string, unknown> = {};
  for (const [name, read] of readersOf(register)) {
    const value = fields[name];
    const known = isEmpty(value) ? undefined : read(value);
    if (known !== undefined) row[name] = known;
  }
  const kept: Kept = {
    key,
    etag,
    createdAt: asText(fields.createdAt) ?? "",
    createdBy: asText(fields.createdBy) ?? "",
    createdByName: asText(fields.createdByName) ?? "",
    changedAt: asText(fields.changedAt) ?? "",
    changedBy: asText(fields.changedBy) ?? "",
    changedByName: asText(fields.changedByName) ?? "",
    auditEvent: asText(fields.auditEvent) ?? "",
    history: isEmpty(fields.history) ? nothing : ((asList(fields.history) as Moved[] | undefined) ?? nothing),
  };
  return Object.assign(row, kept) as Row<R>;
}
