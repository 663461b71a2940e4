import { type Ground, isObject, type JsonObject } from "./call.ts";
import { isMany } from "./column-type.ts";
import { type Column, columnsOf } from "./columns.ts";
import { fieldName } from "./field-index.ts";
import { invalidRequest } from "./graph-error.ts";

const looked = (columns: readonly Column[], values: JsonObject): readonly Column[] =>
  columns.filter((column) => fieldName(column) !== column.name && values[fieldName(column)] !== undefined);

const idsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [String(value)]);

/** What a lookup shows for an item of the list it looks up; undefined when there is no such item. */
function shown(ground: Ground, { lookup }: JsonObject, id: string): string | undefined {
  // People are kept in a list Graph cannot read.
  if (!isObject(lookup)) return "";
  const row = ground.database.one<{ fields: string }>(
    "SELECT fields FROM items WHERE listId = lower(?) AND id = ?",
    ...[String(lookup.listId), Number(id)],
  );
  if (!row) return undefined;
  if (lookup.columnName === "ID") return id;
  return String((JSON.parse(row.fields) as JsonObject)[String(lookup.columnName)] ?? "");
}

/** Holds what is written to lookups to items that are there. Throws invalidRequest. */
export function checkLookups(ground: Ground, columns: readonly Column[], values: JsonObject): void {
  for (const column of looked(columns, values)) {
    const said = values[fieldName(column)];
    for (const id of said === null ? [] : idsIn(said)) {
      if (shown(ground, column.definition, id) === undefined) {
        throw invalidRequest(`The list that '${column.name}' looks up has no item ${id}.`);
      }
    }
  }
}

/**
 * A row's values with what they look up: several as `{LookupId, LookupValue}` under the column's name, one by its id,
 * and by its value too when the column is selected by name.
 */
export function withLookups(
  ground: Ground,
  listId: string,
  values: JsonObject,
  selected: readonly string[] = [],
): JsonObject {
  if (!Object.keys(values).some((name) => name.endsWith("LookupId"))) return values;
  const told: Record<string, unknown> = { ...values };
  for (const column of looked(columnsOf(ground, { id: listId }), values)) {
    const ids = idsIn(values[fieldName(column)]);
    const valueAt = (id: string) => shown(ground, column.definition, id) ?? "";
    if (isMany(column.definition)) {
      delete told[fieldName(column)];
      told[column.name] = ids.map((id) => ({ LookupId: Number(id), LookupValue: valueAt(id) }));
    } else if (selected.includes(column.name)) told[column.name] = valueAt(ids[0] ?? "");
  }
  return told;
}
