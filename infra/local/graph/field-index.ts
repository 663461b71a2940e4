import type { Ground } from "./call.ts";
import type { Column } from "./columns.ts";
import { invalidRequest } from "./graph-error.ts";
import type { ListRow } from "./list.ts";

/** A field's value in SQL. Text compares as SharePoint does it, without regard to capitals. */
export const fieldInSql = (name: string): string => {
  if (!/^\w+$/.test(name)) throw invalidRequest(`Field '${name}' is not recognized`);
  return `json_extract(fields, '$.${name}')`;
};

const indexName = (column: Column): string => `"field-${column.id}"`;

export const dropIndex = (ground: Ground, column: Column): void =>
  ground.database.define(`DROP INDEX IF EXISTS ${indexName(column)}`);

/** Gives an indexed column its index, unique where it says so. Throws invalidRequest when there are duplicates already. */
export function makeIndex(ground: Ground, list: ListRow, column: Column): void {
  const { indexed, enforceUniqueValues } = column.definition;
  if (indexed !== true) return;
  const unique = enforceUniqueValues === true ? "UNIQUE" : "";
  try {
    ground.database.define(
      `CREATE ${unique} INDEX ${indexName(column)} ON items (${fieldInSql(column.name)} COLLATE NOCASE) WHERE listId = '${list.id}'`,
    );
  } catch {
    throw invalidRequest(`The column '${column.name}' holds duplicate values, so it cannot enforce unique values.`);
  }
}
