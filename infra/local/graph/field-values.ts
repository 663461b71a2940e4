import { isObject, type JsonObject } from "./call.ts";
import { isLongText, isManyChoices, typeOf } from "./column-type.ts";
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
  if (odataType !== "Collection(Edm.String)") {
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

function lookupValue(value: unknown, odataType: unknown): unknown {
  if (Array.isArray(value) && odataType === "Collection(Edm.String)") return value.map(String);
  if (typeof value === "string" || typeof value === "number") return String(value);
  throw invalidRequest("A lookup value is the item's id.");
}

function readField(columns: readonly Column[], name: string, value: unknown, odataType: unknown): unknown {
  const column = columns.find((one) => one.name === name);
  if (!column) {
    const base = columns.find((one) => `${one.name}LookupId` === name && !one.builtIn);
    const type = base && typeOf(base.definition);
    if (type !== "lookup" && type !== "personOrGroup") throw invalidRequest(`Field '${name}' is not recognized`);
    return value === null ? null : lookupValue(value, odataType);
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

/** Fields after a write, without those that are empty. */
export const merged = (before: JsonObject, changes: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null));
