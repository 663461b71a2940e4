import { isObject, type JsonObject } from "./call.ts";
import { isLongText, isLookup, isMany, isManyChoices, typeOf } from "./column-type.ts";
import type { Column } from "./columns.ts";
import { invalidRequest } from "./graph-error.ts";

const wrong = (column: Column): Error =>
  invalidRequest(`The value for field '${column.name}' is not valid for its type.`);

const text = (column: Column, value: unknown): unknown => {
  if (typeof value !== "string") throw wrong(column);
  const { maxLength = 255 } = column.definition.text as { maxLength?: number };
  if (!isLongText(column.definition) && value.length > maxLength) {
    throw invalidRequest(`The value for field '${column.name}' is longer than ${maxLength} characters.`);
  }
  return value === "" ? null : value;
};

const number = (column: Column, value: unknown): unknown => {
  const said = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof said !== "number" || !Number.isFinite(said)) throw wrong(column);
  return said;
};

const yesNo = (column: Column, value: unknown): unknown => {
  if (typeof value !== "boolean") throw wrong(column);
  return value;
};

/** SharePoint keeps whole seconds. */
const dateTime = (column: Column, value: unknown): unknown => {
  const at = typeof value === "string" && /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw wrong(column);
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
};

/** SharePoint does not hold what an application writes to the choices offered. */
const choice = (column: Column, value: unknown, odataType: unknown): unknown => {
  if (!isManyChoices(column.definition)) return text({ ...column, definition: { text: {} } }, value);
  if (!Array.isArray(value) || !value.every((one) => typeof one === "string")) throw wrong(column);
  if (String(odataType).replace(/^#/, "") !== "Collection(Edm.String)") {
    throw invalidRequest(`Field '${column.name}' needs '${column.name}@odata.type': 'Collection(Edm.String)'.`);
  }
  return value.length === 0 ? null : value;
};

const readers: Readonly<Record<string, (column: Column, value: unknown, odataType: unknown) => unknown>> = {
  text,
  number,
  currency: number,
  boolean: yesNo,
  dateTime,
  choice,
};

const collections = ["String", "Int32", "Int64", "Double"].map((of) => `Collection(Edm.${of})`);

const isNumber = (value: unknown): boolean => /^[1-9]\d{0,9}$/.test(String(value)) && typeof value !== "object";

/** The numbers of what is looked up, kept as text: one, or several where the column takes several. */
function lookupValue(column: Column, value: unknown, odataType: unknown): unknown {
  if (!isMany(column.definition)) {
    if (!isNumber(value)) throw wrong(column);
    return String(value);
  }
  if (!Array.isArray(value) || !value.every(isNumber)) throw wrong(column);
  if (!collections.includes(String(odataType).replace(/^#/, ""))) {
    throw invalidRequest(
      `Field '${column.name}' needs '${column.name}LookupId@odata.type': 'Collection(Edm.String)' or Collection(Edm.Int32).`,
    );
  }
  return value.length === 0 ? null : value.map(String);
}

function readField(columns: readonly Column[], name: string, value: unknown, odataType: unknown): unknown {
  const column = columns.find((one) => one.name === name);
  if (!column) {
    const looking = columns.find((one) => `${one.name}LookupId` === name && isLookup(one.definition));
    if (!looking) throw invalidRequest(`Field '${name}' is not recognized`);
    if (looking.definition.readOnly === true) throw invalidRequest(`Field '${name}' is read-only`);
    return value === null ? null : lookupValue(looking, value, odataType);
  }
  if (column.definition.readOnly === true) throw invalidRequest(`Field '${name}' is read-only`);
  if (value === null) return null;
  const reader = readers[typeOf(column.definition)];
  if (!reader) throw invalidRequest(`Field '${name}' cannot be written through Microsoft Graph.`);
  return reader(column, value, odataType);
}

/** Values to be written, checked against their columns; null empties a field. Throws invalidRequest. */
export function readFields(columns: readonly Column[], asked: unknown): JsonObject {
  if (!isObject(asked)) throw invalidRequest("fields must be an object.");
  const values: [string, unknown][] = [];
  for (const [name, value] of Object.entries(asked)) {
    if (name.includes("@") || name === "id") continue;
    values.push([name, readField(columns, name, value, asked[`${name}@odata.type`])]);
  }
  return Object.fromEntries(values);
}

const started: Readonly<Record<string, (said: string, now: string) => unknown>> = {
  number: (said) => (Number.isFinite(Number(said)) ? Number(said) : undefined),
  currency: (said) => (Number.isFinite(Number(said)) ? Number(said) : undefined),
  boolean: (said) => ["1", "true", "yes"].includes(said.toLowerCase()),
  dateTime: (said, now) => (said.toLowerCase() === "[today]" ? now : said),
  text: (said) => said,
  choice: (said) => said,
};

/** What a new row has where nothing is said: each column's default value. `now` is an ISO instant. */
export function startingValues(columns: readonly Column[], now: string): JsonObject {
  const values = columns.flatMap(({ name, definition }) => {
    const { defaultValue } = definition;
    if (!isObject(defaultValue) || typeof defaultValue.value !== "string" || defaultValue.value === "") return [];
    const value = started[typeOf(definition)]?.(defaultValue.value, now);
    return value === undefined ? [] : [[name, isManyChoices(definition) ? [value] : value] as const];
  });
  return Object.fromEntries(values);
}

/** Fields after a write, without those that are empty. */
export const merged = (before: JsonObject, changes: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null));
