import type { SQLInputValue } from "node:sqlite";
import { type Call, isObject } from "./call.ts";
import { type Column, columnsOf } from "./columns.ts";
import { GraphError, invalidRequest } from "./graph-error.ts";
import type { ItemRow } from "./item.ts";
import { type Condition, fieldNamed, readFilter, valueInSql } from "./item-filter.ts";
import type { ListRow } from "./list.ts";
import { takeEmptyPage } from "./on-demand.ts";
import { pageToken, readPageToken } from "./page-token.ts";

const USUAL_PAGE = 200;
const LARGEST_PAGE = 5000;
/** Above this many rows SharePoint refuses to filter on a column without an index. */
export const LIST_VIEW_THRESHOLD = 5000;

const permission = "HonorNonIndexedQueriesWarningMayFailRandomly";

/** Refuses a column without an index, as SharePoint does. */
function checkIndexed(call: Call, list: ListRow, used: readonly Column[]): void {
  const slow = used.find((column) => column.definition.indexed !== true && column.name !== "ID");
  if (!slow) return;
  if (!(call.headers.prefer ?? "").includes(permission)) {
    throw invalidRequest(
      `Field '${slow.name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: ${permission}' header to allow this, but be warned that such queries may fail on large lists.`,
    );
  }
  const count = call.database.one<{ n: number }>("SELECT count(*) AS n FROM items WHERE listId = ?", list.id)?.n ?? 0;
  if (count > LIST_VIEW_THRESHOLD) {
    throw new GraphError(422, "notSupported", "The request is unprocessable because it uses too many resources");
  }
}

interface Order {
  readonly column: Column;
  readonly sql: string;
}

function readOrder(text: string, columns: readonly Column[]): readonly Order[] {
  return text.split(",").map((part) => {
    const [, path = "", direction = "asc"] = /^\s*(\S+)(?:\s+(asc|desc))?\s*$/i.exec(part) ?? [];
    const column = fieldNamed(columns, path);
    return { column, sql: `${valueInSql(column)} ${direction.toUpperCase()}` };
  });
}

type After = { readonly id: number } | { readonly skip: number };
const isAfter = (value: unknown): value is After =>
  isObject(value) && (Number.isSafeInteger(value.id) || (Number.isSafeInteger(value.skip) && Number(value.skip) >= 0));

export interface ItemPage {
  readonly rows: readonly ItemRow[];
  readonly next?: string | undefined;
  /** How many there are on all pages, when `$count` asks. */
  readonly count?: number | undefined;
}

function counted(call: Call, list: ListRow, condition: Condition | undefined): number | undefined {
  if (call.query.option("count")?.toLowerCase() !== "true") return undefined;
  const { sql, values } = condition ?? { sql: "1", values: [] };
  return call.database.one<{ n: number }>(
    `SELECT count(*) AS n FROM items WHERE listId = '${list.id}' AND ${sql}`,
    ...values,
  )?.n;
}

/** One page of a list's rows under `$filter`, `$orderby`, `$top` and `$skiptoken`. Throws invalidRequest. */
export function itemPage(call: Call, list: ListRow): ItemPage {
  const { query } = call;
  const columns = columnsOf(call, list);
  const filter = query.option("filter");
  const read = filter === undefined ? undefined : readFilter(filter, columns);
  const orderBy = query.option("orderby");
  const order = orderBy === undefined ? [] : readOrder(orderBy, columns);
  checkIndexed(call, list, [...(read?.used ?? []), ...order.map((one) => one.column)]);

  const top = query.top(USUAL_PAGE, LARGEST_PAGE);
  const token = query.option("skiptoken");
  const after: After = token === undefined ? { id: 0 } : readPageToken(token, isAfter);
  const skip = "skip" in after ? after.skip : 0;
  const count = counted(call, list, read?.condition);
  if (takeEmptyPage(call)) return { rows: [], next: pageToken(after), count };
  // The plus keeps SQLite from walking the whole list by id when a field's index finds the few rows.
  const id = read ? "+id" : "id";
  const conditions: Condition[] = [...(read ? [read.condition] : [])];
  if ("id" in after) conditions.push({ sql: `${id} > ?`, values: [after.id] });
  const values: SQLInputValue[] = conditions.flatMap((one) => [...one.values]);
  const rows = call.database.all<ItemRow>(
    `SELECT * FROM items WHERE listId = '${list.id}'${conditions.map((one) => ` AND ${one.sql}`).join("")}
     ORDER BY ${[...order.map((one) => one.sql), id].join(", ")} LIMIT ? OFFSET ?`,
    ...values,
    top + 1,
    skip,
  );
  const shown = rows.slice(0, top);
  const last = shown.at(-1);
  if (rows.length <= top || !last) return { rows: shown, count };
  return { rows: shown, next: pageToken(order.length === 0 ? { id: last.id } : { skip: skip + top }), count };
}
