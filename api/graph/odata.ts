import type { Register } from "#domain/register/register.ts";

/** A value inside an OData filter: text quoted with `'` doubled, numbers and booleans plain. */
export type Literal = string | number | boolean;

export type Operator = "eq" | "ne" | "lt" | "gt" | "le" | "ge" | "startswith";

/** Columns every list has and SharePoint has an index for. */
const indexedEverywhere = ["key", "changedAt", "auditEvent"] as const;
export type SystemColumn = (typeof indexedEverywhere)[number];

/** What a register's rows may be filtered by: its own fields and what every list has. */
export type ColumnOf<R extends Register> = (keyof R["fields"] & string) | SystemColumn;

/** A filter, made here and nowhere else: plain text does not pass for one. */
export type Filter = string & { readonly filter: unique symbol };

function literal(value: Literal): string {
  // What no text in SharePoint can hold, NUL and halves of characters, stands for itself no longer.
  if (typeof value === "string") return `'${value.toWellFormed().replaceAll("\0", "\ufffd").replaceAll("'", "''")}'`;
  if (typeof value === "number" && !Number.isFinite(value))
    throw new TypeError(`${value} is not a value to filter by.`);
  return String(value);
}

const condition = (column: string, operator: Operator, value: Literal): Filter =>
  (operator === "startswith"
    ? `startswith(fields/${column},${literal(value)})`
    : `fields/${column} ${operator} ${literal(value)}`) as Filter;

/** `fields/<column> <operator> <value>` for a column every list has. */
export const systemFilter = (column: SystemColumn, operator: Operator, value: Literal): Filter =>
  condition(column, operator, value);

/**
 * Conditions on one register's rows. A column that is not an indexed field of it is refused, whatever its name was made
 * from; SharePoint refuses columns without an index too, from 5,000 rows on.
 */
export function filterFor<R extends Register>(register: R) {
  return (column: ColumnOf<R>, operator: Operator, value: Literal): Filter => {
    const own = Object.hasOwn(register.fields, column) && register.fields[column]?.indexed;
    if (!own && !indexedEverywhere.some((one) => one === column))
      throw new TypeError(`“${column}” is not an indexed field of ${register.slug}.`);
    return condition(column, operator, value);
  };
}

/** True only where all of them are. */
export const allOf = (...filters: readonly [Filter, ...Filter[]]): Filter => filters.join(" and ") as Filter;

/** What Graph takes after the question mark. A filter is one made here. */
export interface QueryOptions {
  readonly $expand?: string;
  readonly $select?: string;
  readonly $filter?: Filter;
  readonly $orderby?: string;
  readonly $top?: number;
  readonly token?: string | undefined;
}

/**
 * A path with its query, every value encoded: the Graph client leaves values as they are, so that `&` and `#` would
 * cut them short. Undefined values are left out.
 */
export function pathWith(path: string, query: QueryOptions): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(String(value))}`],
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}

/** A path inside a drive: each part encoded, slashes kept. A part that would lead out of its folder is refused. */
export const drivePath = (path: string): string =>
  path
    .split("/")
    .map((part) => {
      if (part === "." || part === "..") throw new TypeError("A path leads down only.");
      return encodeURIComponent(part.toWellFormed());
    })
    .join("/");
