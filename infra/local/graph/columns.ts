import { randomUUID } from "node:crypto";
import type { ColumnDefinition } from "@microsoft/microsoft-graph-types";
import { created, json, noContent } from "../http/answer.ts";
import { type Call, type Ground, type Handler, isObject, type JsonObject, objectIn, parameter } from "./call.ts";
import { canBeIndexed, columnTypes, completedFacet, typeOf } from "./column-type.ts";
import { dropIndex, makeIndex } from "./field-index.ts";
import { accessDenied, invalidRequest, nameTaken, notFound } from "./graph-error.ts";
import { type ListRow, listOf } from "./list.ts";
import { collection, entity } from "./shape.ts";

/** SharePoint's limit of indexed columns in one list. */
export const MOST_INDEXED = 20;

export interface Column {
  readonly id: string;
  readonly name: string;
  readonly definition: JsonObject;
  readonly builtIn: boolean;
}

interface ColumnRow {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly builtIn: number;
}

const read = (row: ColumnRow): Column => ({
  id: row.id,
  name: row.name,
  definition: JSON.parse(row.definition) as JsonObject,
  builtIn: row.builtIn === 1,
});

export const columnsOf = (ground: Ground, list: ListRow): readonly Column[] =>
  ground.database.all<ColumnRow>("SELECT * FROM columns WHERE listId = ? ORDER BY rowid", list.id).map(read);

const told = (column: Column): ColumnDefinition => ({ id: column.id, ...column.definition });

export const toldColumns = (ground: Ground, list: ListRow): readonly ColumnDefinition[] =>
  columnsOf(ground, list).map(told);

function columnOf(call: Call): {
  readonly list: ListRow;
  readonly site: { readonly id: string };
  readonly column: Column;
} {
  const { site, list } = listOf(call);
  const wanted = parameter(call, "column-id");
  const row = call.database.one<ColumnRow>(
    "SELECT * FROM columns WHERE listId = ?1 AND (id = lower(?2) OR name = ?2)",
    list.id,
    wanted,
  );
  if (!row) throw notFound("The specified column was not found.");
  return { site, list, column: read(row) };
}

/** A name SharePoint keeps as it is. Throws invalidRequest. */
function checkName(name: unknown): asserts name is string {
  if (typeof name !== "string" || name === "") throw invalidRequest("The column name is required.");
  if (!/^[A-Za-z][A-Za-z0-9_]{0,31}$/.test(name) || /Id$/.test(name)) {
    throw invalidRequest(
      `The column name '${name}' is not valid: up to 32 ASCII letters and digits, beginning with a letter and not ending in Id.`,
    );
  }
}

function checkIndex(ground: Ground, list: ListRow, definition: JsonObject, exceptFor?: string): void {
  if (definition.enforceUniqueValues === true && definition.indexed !== true) {
    throw invalidRequest("A column that enforces unique values must be indexed.");
  }
  if (definition.indexed !== true) return;
  if (!canBeIndexed(definition)) throw invalidRequest(`The column '${String(definition.name)}' cannot be indexed.`);
  const indexed = columnsOf(ground, list).filter((one) => one.definition.indexed === true && one.id !== exceptFor);
  if (indexed.length >= MOST_INDEXED) {
    throw invalidRequest(`The list has ${MOST_INDEXED} indexed columns, which is the most it can have.`);
  }
}

/** Adds a column to a list. Throws invalidRequest, nameAlreadyExists. */
export function addColumn(ground: Ground, list: ListRow, asked: unknown): Column {
  if (!isObject(asked)) throw invalidRequest("A column definition is expected.");
  const type = typeOf(asked);
  checkName(asked.name);
  const same = columnsOf(ground, list).find((one) => one.name.toLowerCase() === String(asked.name).toLowerCase());
  if (same && !same.builtIn) throw nameTaken(`The column '${asked.name}' already exists.`);
  // SharePoint sets a built-in column's name aside by counting on.
  const name = same ? `${asked.name}0` : asked.name;
  const definition: JsonObject = {
    columnGroup: "Custom Columns",
    description: "",
    displayName: asked.name,
    enforceUniqueValues: false,
    hidden: false,
    indexed: false,
    readOnly: false,
    required: false,
    ...asked,
    name,
    [type]: completedFacet(type, asked[type] as JsonObject),
  };
  checkIndex(ground, list, definition);
  const column: Column = { id: randomUUID(), name, definition, builtIn: false };
  ground.database.run(
    "INSERT INTO columns VALUES (?, ?, ?, ?, 0)",
    ...[column.id, list.id, name, JSON.stringify(definition)],
  );
  makeIndex(ground, list, column);
  return column;
}

const place = (site: { readonly id: string }, list: ListRow): string =>
  `sites('${site.id}')/lists('${list.id}')/columns`;

export const getColumns: Handler = (call) => {
  const { site, list } = listOf(call);
  return json(collection(place(site, list), call.path, call.query, { value: toldColumns(call, list) }));
};

export const getColumn: Handler = (call) => {
  const { site, list, column } = columnOf(call);
  return json(entity(place(site, list), told(column), call.query));
};

export const createColumn: Handler = (call) => {
  const { site, list } = listOf(call);
  return created(entity(place(site, list), told(addColumn(call, list, objectIn(call))), call.query));
};

export const updateColumn: Handler = (call) => {
  const { site, list, column } = columnOf(call);
  const changes = objectIn(call);
  const type = typeOf(column.definition);
  if (changes.name !== undefined && changes.name !== column.name)
    throw invalidRequest("A column's name cannot be changed.");
  if (columnTypes.some((other) => other !== type && isObject(changes[other]))) {
    throw invalidRequest("A column's type cannot be changed.");
  }
  const facet = { ...(column.definition[type] as JsonObject), ...(isObject(changes[type]) ? changes[type] : {}) };
  const definition: JsonObject = {
    ...column.definition,
    ...changes,
    id: undefined,
    [type]: completedFacet(type, facet),
  };
  checkIndex(call, list, definition, column.id);
  call.database.run("UPDATE columns SET definition = ? WHERE id = ?", JSON.stringify(definition), column.id);
  dropIndex(call, column);
  const after = { ...column, definition: JSON.parse(JSON.stringify(definition)) as JsonObject };
  makeIndex(call, list, after);
  return json(entity(place(site, list), told(after), call.query));
};

export const deleteColumn: Handler = (call) => {
  const { list, column } = columnOf(call);
  if (column.builtIn) throw accessDenied(`The column '${column.name}' cannot be deleted.`);
  dropIndex(call, column);
  call.database.run("DELETE FROM columns WHERE id = ?", column.id);
  call.database.run(`UPDATE items SET fields = json_remove(fields, '$.${column.name}') WHERE listId = ?`, list.id);
  return noContent;
};
