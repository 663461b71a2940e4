import { randomUUID } from "node:crypto";
import type { ColumnDefinition } from "@microsoft/microsoft-graph-types";
import { type Ground, isObject, type JsonObject } from "./call.ts";
import { canBeIndexed, columnTypes, completedFacet, typeName, typeOf } from "./column-type.ts";
import { makeIndex } from "./field-index.ts";
import { invalidRequest, nameTaken } from "./graph-error.ts";

/** SharePoint's limit of indexed columns in one list. */
export const MOST_INDEXED = 20;

/** What columns belong to: a list, or a site for the columns it offers to its lists. */
export interface ColumnOwner {
  readonly id: string;
  /** A list's site. */
  readonly siteId?: string;
}

export interface Column {
  readonly id: string;
  readonly name: string;
  readonly definition: JsonObject;
  readonly builtIn: boolean;
}

export interface ColumnRow {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly builtIn: number;
}

export const readColumn = (row: ColumnRow): Column => ({
  id: row.id,
  name: row.name,
  definition: JSON.parse(row.definition) as JsonObject,
  builtIn: row.builtIn === 1,
});

export const columnsOf = (ground: Ground, { id }: ColumnOwner): readonly Column[] =>
  ground.database.all<ColumnRow>("SELECT * FROM columns WHERE listId = ? ORDER BY rowid", id).map(readColumn);

/** A column as Graph tells it; only site columns say their type by name. */
export const toldColumn = ({ siteId }: ColumnOwner, column: Column): ColumnDefinition => ({
  id: column.id,
  isDeletable: !column.builtIn,
  isReorderable: true,
  isSealed: false,
  propagateChanges: false,
  ...column.definition,
  ...(siteId === undefined ? { type: typeName(column.definition) as NonNullable<ColumnDefinition["type"]> } : {}),
});

export const toldColumns = (ground: Ground, owner: ColumnOwner): readonly ColumnDefinition[] =>
  columnsOf(ground, owner).map((column) => toldColumn(owner, column));

/** A name SharePoint keeps as it is. Throws invalidRequest. */
function checkName(name: unknown): asserts name is string {
  if (typeof name !== "string" || name === "") throw invalidRequest("The column name is required.");
  if (!/^[A-Za-z][A-Za-z0-9_]{0,31}$/.test(name) || /Id$/.test(name)) {
    throw invalidRequest(
      `The column name '${name}' is not valid: up to 32 ASCII letters and digits, beginning with a letter and not ending in Id.`,
    );
  }
}

const yesNo = ["enforceUniqueValues", "hidden", "indexed", "readOnly", "required", "propagateChanges"];
const words = ["columnGroup", "description", "displayName", "name"];
const others = ["id", "type", "defaultValue", "validation", "isDeletable", "isReorderable", "isSealed", "sourceColumn"];
const known: readonly string[] = [...yesNo, ...words, ...others, "sourceContentType", ...columnTypes];

/** Holds what is said of a column to the properties it has. Throws invalidRequest. */
export function checkProperties(said: JsonObject): void {
  for (const [name, value] of Object.entries(said)) {
    if (name.includes("@") || value === null) continue;
    if (!known.includes(name)) {
      throw invalidRequest(`The property '${name}' does not exist on type 'microsoft.graph.columnDefinition'.`);
    }
    if (yesNo.includes(name) && typeof value !== "boolean") throw invalidRequest(`${name} is true or false.`);
    if (words.includes(name) && typeof value !== "string") throw invalidRequest(`${name} is text.`);
  }
}

export function checkIndex(ground: Ground, owner: ColumnOwner, definition: JsonObject, exceptFor?: string): void {
  if (definition.enforceUniqueValues === true && definition.indexed !== true) {
    throw invalidRequest("A column that enforces unique values must be indexed.");
  }
  if (definition.indexed !== true) return;
  if (!canBeIndexed(definition)) throw invalidRequest(`The column '${String(definition.name)}' cannot be indexed.`);
  const indexed = columnsOf(ground, owner).filter((one) => one.definition.indexed === true && one.id !== exceptFor);
  if (indexed.length >= MOST_INDEXED) {
    throw invalidRequest(`The list has ${MOST_INDEXED} indexed columns, which is the most it can have.`);
  }
}

/** A lookup names a list of the same site and one of its columns. Throws invalidRequest. */
function checkTarget(ground: Ground, { id, siteId = id }: ColumnOwner, { lookup }: JsonObject): void {
  if (!isObject(lookup)) return;
  const { listId, columnName } = lookup;
  const list =
    typeof listId === "string"
      ? ground.database.one<{ id: string }>("SELECT id FROM lists WHERE id = lower(?) AND siteId = ?", listId, siteId)
      : undefined;
  if (!list) throw invalidRequest("A lookup column needs the listId of a list in the same site.");
  if (typeof columnName !== "string" || !columnsOf(ground, list).some(({ name }) => name === columnName)) {
    throw invalidRequest("A lookup column needs the columnName of a column in the list it looks up.");
  }
}

/** Adds a column to a list or a site. Throws invalidRequest, nameAlreadyExists. */
export function addColumn(ground: Ground, owner: ColumnOwner, asked: unknown): Column {
  if (!isObject(asked)) throw invalidRequest("A column definition is expected.");
  const type = typeOf(asked);
  checkName(asked.name);
  checkProperties(asked);
  const same = columnsOf(ground, owner).find((one) => one.name.toLowerCase() === String(asked.name).toLowerCase());
  if (same && !same.builtIn) throw nameTaken(`The column '${asked.name}' already exists.`);
  // SharePoint sets a built-in column's name aside by counting on.
  const name = same ? `${asked.name}0` : asked.name;
  const { id: _, type: __, ...said } = asked;
  const definition: JsonObject = {
    columnGroup: "Custom Columns",
    description: "",
    displayName: asked.name,
    enforceUniqueValues: false,
    hidden: false,
    indexed: false,
    readOnly: false,
    required: false,
    ...said,
    name,
    [type]: completedFacet(type, asked[type] as JsonObject),
  };
  checkTarget(ground, owner, definition);
  checkIndex(ground, owner, definition);
  const column: Column = { id: randomUUID(), name, definition, builtIn: false };
  ground.database.run(
    "INSERT INTO columns VALUES (?, ?, ?, ?, 0)",
    ...[column.id, owner.id, name, JSON.stringify(definition)],
  );
  if (owner.siteId !== undefined) makeIndex(ground, owner, column);
  return column;
}
