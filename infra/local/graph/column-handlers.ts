import { created, json, noContent } from "../http/answer.ts";
import { type Call, type Handler, isObject, type JsonObject, objectIn, parameter } from "./call.ts";
import { columnTypes, completedFacet, typeOf } from "./column-type.ts";
import {
  addColumn,
  type Column,
  type ColumnOwner,
  type ColumnRow,
  checkIndex,
  checkProperties,
  readColumn,
  toldColumn,
  toldColumns,
} from "./columns.ts";
import { dropIndex, makeIndex } from "./field-index.ts";
import { accessDenied, invalidRequest, notFound } from "./graph-error.ts";
import { inMemoryPage } from "./in-memory-page.ts";
import { listOf } from "./list.ts";
import { collection, entity } from "./shape.ts";
import { siteBy } from "./sites.ts";

interface Place {
  readonly owner: ColumnOwner;
  /** How `@odata.context` names its columns. */
  readonly context: string;
}

/** The list a request names, or else its site. */
function placeOf(call: Call): Place {
  if (call.parameters["list-id"] === undefined) {
    const { id } = siteBy(call, parameter(call, "site-id"));
    return { owner: { id }, context: `sites('${id}')/columns` };
  }
  const { site, list } = listOf(call);
  return { owner: list, context: `sites('${site.id}')/lists('${list.id}')/columns` };
}

/** A column by id or by name. Throws itemNotFound. */
function columnIn(call: Call, owner: ColumnOwner): Column {
  const row = call.database.one<ColumnRow>(
    "SELECT * FROM columns WHERE listId = ?1 AND (id = lower(?2) OR name = ?2)",
    owner.id,
    parameter(call, "column-id"),
  );
  if (!row) throw notFound("The specified column was not found.");
  return readColumn(row);
}

export const getColumns: Handler = (call) => {
  const { owner, context } = placeOf(call);
  return json(collection(context, call.path, call.query, inMemoryPage(toldColumns(call, owner), call.query)));
};

export const getColumn: Handler = (call) => {
  const { owner, context } = placeOf(call);
  return json(entity(context, toldColumn(owner, columnIn(call, owner)), call.query));
};

export const createColumn: Handler = (call) => {
  const { owner, context } = placeOf(call);
  return created(entity(context, toldColumn(owner, addColumn(call, owner, objectIn(call))), call.query));
};

/** Properties that stay as they were made. */
const fixed = ["id", "type", "isDeletable", "isReorderable", "isSealed", "sourceColumn", "sourceContentType"];

function changed(column: Column, changes: JsonObject): JsonObject {
  checkProperties(changes);
  const type = typeOf(column.definition);
  if (changes.name !== undefined && changes.name !== column.name) {
    throw invalidRequest("A column's name cannot be changed.");
  }
  if (columnTypes.some((other) => other !== type && isObject(changes[other]))) {
    throw invalidRequest("A column's type cannot be changed.");
  }
  const kept = Object.entries(changes).filter(([name]) => !fixed.includes(name) && !name.includes("@"));
  const facet = { ...(column.definition[type] as JsonObject), ...(isObject(changes[type]) ? changes[type] : {}) };
  return { ...column.definition, ...Object.fromEntries(kept), [type]: completedFacet(type, facet) };
}

export const updateColumn: Handler = (call) => {
  const { owner, context } = placeOf(call);
  const column = columnIn(call, owner);
  const definition = changed(column, objectIn(call));
  checkIndex(call, owner, definition, column.id);
  call.database.run("UPDATE columns SET definition = ? WHERE id = ?", JSON.stringify(definition), column.id);
  dropIndex(call, column);
  if (owner.siteId !== undefined) makeIndex(call, owner, { ...column, definition });
  return json(entity(context, toldColumn(owner, { ...column, definition }), call.query));
};

export const deleteColumn: Handler = (call) => {
  const { owner } = placeOf(call);
  const column = columnIn(call, owner);
  if (column.builtIn) throw accessDenied(`The column '${column.name}' cannot be deleted.`);
  dropIndex(call, column);
  call.database.run("DELETE FROM columns WHERE id = ?", column.id);
  call.database.run(
    `UPDATE items SET fields = json_remove(fields, '$.${column.name}', '$.${column.name}LookupId') WHERE listId = ?`,
    owner.id,
  );
  return noContent;
};
