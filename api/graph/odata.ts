/** A value inside an OData filter: text quoted with `'` doubled, numbers and booleans plain. */
export type Literal = string | number | boolean;

const literal = (value: Literal): string =>
  typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);

/** `fields/<column> <operator> <value>`; the column comes from a register's definition, never from a person. */
export const where = (column: string, operator: "eq" | "ne" | "lt" | "gt" | "le" | "ge", value: Literal): string => {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(column)) throw new TypeError(`“${column}” is not a column name.`);
  return `fields/${column} ${operator} ${literal(value)}`;
};

/**
 * A path with its query, every value encoded: the Graph client leaves values as they are, so that `&` and `#` would
 * cut them short. Undefined values are left out.
 */
export function pathWith(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(String(value))}`],
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}

/** A path inside a drive: each part encoded, slashes kept. */
export const drivePath = (path: string): string => path.split("/").map(encodeURIComponent).join("/");
