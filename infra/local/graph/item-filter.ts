import type { SQLInputValue } from "node:sqlite";
import { isLookup, isMany, isManyChoices, typeOf } from "./column-type.ts";
import type { Column } from "./columns.ts";
import { fieldInSql, fieldName } from "./field-index.ts";
import { invalidRequest } from "./graph-error.ts";

/** A condition in SQL with its values, and the fields it looks at. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

const comparisons: Readonly<Record<string, string>> = { eq: "=", ne: "IS NOT", lt: "<", le: "<=", gt: ">", ge: ">=" };

const token =
  /\s*(?:(?<text>'(?:[^']|'')*')|(?<instant>\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)|(?<number>-?\d+(?:\.\d+)?)|(?<word>[A-Za-z_][\w/]*)|(?<mark>[(),]))/y;

interface Token {
  readonly kind: "text" | "instant" | "number" | "word" | "mark";
  readonly text: string;
}

const invalid = (filter: string): Error => invalidRequest(`Invalid filter clause: '${filter}'.`);

function tokens(filter: string): Token[] {
  const found: Token[] = [];
  token.lastIndex = 0;
  const end = filter.trimEnd().length;
  while (token.lastIndex < end) {
    const groups = token.exec(filter)?.groups;
    const [kind, text] = Object.entries(groups ?? {}).find(([, value]) => value !== undefined) ?? [];
    if (kind === undefined || text === undefined) throw invalid(filter);
    found.push({ kind: kind as Token["kind"], text });
  }
  return found;
}

/** Column by the name in a query, such as `fields/Status`. Throws invalidRequest. */
export function fieldNamed(columns: readonly Column[], path: string): Column {
  const [, name] = /^fields\/(\w+)$/.exec(path) ?? [];
  // Fields are told with a small `id`, which is SharePoint's column ID.
  const wanted = name === "id" ? "ID" : name;
  const column = columns.find((one) =>
    isLookup(one.definition) && !one.builtIn ? fieldName(one) === wanted : one.name === wanted,
  );
  if (!column) throw invalidRequest(`Field '${name ?? path}' is not recognized`);
  return column;
}

/** How a column's value is compared: Created and Modified are kept beside the fields. */
export const valueInSql = (column: Column): string =>
  column.builtIn && column.name === "Created"
    ? "created"
    : column.builtIn && column.name === "Modified"
      ? "modified"
      : column.builtIn && column.name === "ID"
        ? "id"
        : `${fieldInSql(fieldName(column))} COLLATE NOCASE`;

/** Reads `$filter`: eq ne lt le gt ge, startswith, and, or, not, parentheses. */
class FilterReader {
  readonly used: Column[] = [];
  readonly #filter: string;
  readonly #columns: readonly Column[];
  readonly #tokens: Token[];
  #at = 0;

  constructor(filter: string, columns: readonly Column[]) {
    this.#filter = filter;
    this.#columns = columns;
    this.#tokens = tokens(filter);
  }

  whole(): Condition {
    const condition = this.#either();
    if (this.#at < this.#tokens.length) throw invalid(this.#filter);
    return condition;
  }

  #next(): Token {
    const next = this.#tokens[this.#at++];
    if (!next) throw invalid(this.#filter);
    return next;
  }

  #take(text: string): boolean {
    const next = this.#tokens[this.#at];
    const taken = next !== undefined && next.kind !== "text" && next.text.toLowerCase() === text;
    if (taken) this.#at++;
    return taken;
  }

  #need(text: string): void {
    if (!this.#take(text)) throw invalid(this.#filter);
  }

  #either(): Condition {
    let left = this.#both();
    while (this.#take("or")) left = joined(left, "OR", this.#both());
    return left;
  }

  #both(): Condition {
    let left = this.#one();
    while (this.#take("and")) left = joined(left, "AND", this.#one());
    return left;
  }

  #one(): Condition {
    if (this.#take("not")) {
      const { sql, values } = this.#one();
      return { sql: `NOT (${sql})`, values };
    }
    if (this.#take("(")) {
      const inner = this.#either();
      this.#need(")");
      return inner;
    }
    return this.#take("startswith") ? this.#startsWith() : this.#comparison();
  }

  #column(): Column {
    const { kind, text } = this.#next();
    if (kind !== "word") throw invalid(this.#filter);
    const column = fieldNamed(this.#columns, text);
    this.used.push(column);
    return column;
  }

  #startsWith(): Condition {
    this.#need("(");
    const column = this.#column();
    this.#need(",");
    const start = this.#literal(column);
    this.#need(")");
    if (typeof start !== "string") throw invalid(this.#filter);
    const sql = valueInSql(column);
    return { sql: `(${sql} >= ? AND ${sql} < ?)`, values: [start, `${start}\u{10FFFF}`] };
  }

  #comparison(): Condition {
    const column = this.#column();
    const operator = comparisons[this.#next().text.toLowerCase()];
    if (operator === undefined) throw invalid(this.#filter);
    if (isManyChoices(column.definition) || isMany(column.definition))
      throw invalidRequest(`Field '${column.name}' cannot be used in a filter.`);
    const value = this.#literal(column);
    // `= NULL` is never true in SQL; `IS ?` would not use the column's index.
    return { sql: `${valueInSql(column)} ${value === null && operator === "=" ? "IS" : operator} ?`, values: [value] };
  }

  #literal(column: Column): SQLInputValue {
    const { kind, text } = this.#next();
    if (kind === "mark") throw invalid(this.#filter);
    const said = kind === "text" ? text.slice(1, -1).replaceAll("''", "'") : text;
    const value = kind === "word" ? words.get(text.toLowerCase()) : comparable(column, said);
    if (value === undefined) throw invalid(this.#filter);
    return value;
  }
}

const words: ReadonlyMap<string, SQLInputValue> = new Map<string, SQLInputValue>([
  ["null", null],
  ["true", 1],
  ["false", 0],
]);

/** A literal as the column keeps its values; undefined when it cannot be one. */
function comparable(column: Column, said: string): SQLInputValue | undefined {
  const type = typeOf(column.definition);
  if (type === "dateTime") {
    const at = Date.parse(said);
    return Number.isNaN(at) ? undefined : `${new Date(at).toISOString().slice(0, 19)}Z`;
  }
  if (type !== "number" && type !== "currency" && type !== "boolean") return said;
  return Number.isNaN(Number(said)) ? undefined : Number(said);
}

const joined = (left: Condition, by: "AND" | "OR", right: Condition): Condition => ({
  sql: `(${left.sql} ${by} ${right.sql})`,
  values: [...left.values, ...right.values],
});

/** A `$filter` over fields, and which columns it uses. Throws invalidRequest. */
export function readFilter(
  filter: string,
  columns: readonly Column[],
): { readonly condition: Condition; readonly used: readonly Column[] } {
  const reader = new FilterReader(filter, columns);
  return { condition: reader.whole(), used: reader.used };
}
