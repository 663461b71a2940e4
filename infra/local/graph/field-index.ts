import type { Ground } from "./call.ts";
import { isLookup } from "./column-type.ts";
import type { Column } from "./columns.ts";
import { invalidRequest } from "./graph-error.ts";

/** A field's value in SQL. Text compares as SharePoint does it, without regard to capitals. */
export const fieldInSql = (name: string): string => {
  if (!/^\w+$/.test(name)) throw invalidRequest(`Field '${name}' is not recognized`);
  return `json_extract(fields, '$.${name}')`;
};

/** The property of a row's fields that keeps a column's value: what is looked up is kept by its id. */
export const fieldName = ({ name, definition }: Column): string => (isLookup(definition) ? `${name}LookupId` : name);

const indexName = (column: Column): string => `"field-${column.id}"`;

export const dropIndex = (ground: Ground, column: Column): void =>
  ground.database.define(`DROP INDEX IF EXISTS ${indexName(column)}`);

/** Gives an indexed column its index, unique where it says so. Throws invalidRequest when there are duplicates already. */
export function makeIndex(ground: Ground, { id: listId }: { readonly id: string }, column: Column): void {
  const { indexed, enforceUniqueValues } = column.definition;
  if (indexed !== true) return;
  const unique = enforceUniqueValues === true ? "UNIQUE" : "";
  try {
    ground.database.define(
      `CREATE ${unique} INDEX ${indexName(column)} ON items (${fieldInSql(fieldName(column))} COLLATE NOCASE) WHERE listId = '${listId}'`,
    );
  } catch {
    throw invalidRequest(`The column '${column.name}' holds duplicate values, so it cannot enforce unique values.`);
  }
}
