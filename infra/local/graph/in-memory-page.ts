import { invalidRequest, notImplemented } from "./graph-error.ts";
import { pageToken, readPageToken } from "./page-token.ts";
import type { Query } from "./query.ts";
import type { Page } from "./shape.ts";

const LARGEST_PAGE = 5000;

type Test = (one: object) => boolean;

const valueAt = (one: object, path: string): unknown =>
  path.split("/").reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], one);

const lower = (value: unknown): unknown => (typeof value === "string" ? value.toLowerCase() : value);

const literals: Readonly<Record<string, unknown>> = { true: true, false: false, null: undefined };
const read = (text: string): unknown =>
  text in literals ? literals[text] : lower(text.slice(1, -1).replaceAll("''", "'"));

/** One clause: `name eq 'x'`, `list/hidden eq false`, `startswith(name,'x')`. */
function clause(text: string): Test {
  const value = "('(?:[^']|'')*'|true|false|null)";
  const [, path, operator, wanted] = new RegExp(`^([\\w/]+)\\s+(eq|ne)\\s+${value}$`).exec(text) ?? [];
  if (path !== undefined && wanted !== undefined) {
    const same: Test = (one) => lower(valueAt(one, path)) === read(wanted);
    return operator === "eq" ? same : (one) => !same(one);
  }
  const [, start, beginning] = new RegExp(`^startswith\\(\\s*([\\w/]+)\\s*,\\s*${value}\\s*\\)$`, "i").exec(text) ?? [];
  if (start === undefined || beginning === undefined) throw invalidRequest(`Invalid filter clause: '${text}'.`);
  return (one) => String(lower(valueAt(one, start)) ?? "").startsWith(String(read(beginning)));
}

function filtered<T extends object>(values: readonly T[], filter: string): readonly T[] {
  const words = filter.replace(/'(?:[^']|'')*'/g, "''");
  if (/\s(?:or|not)\s|^not\s/i.test(words)) throw notImplemented(`$filter=${filter}`);
  const tests = splitAnd(filter).map((one) => clause(one.trim()));
  return values.filter((one) => tests.every((test) => test(one)));
}

/** Splits on `and` outside quotes. */
function splitAnd(filter: string): readonly string[] {
  const parts = filter.match(/(?:'(?:[^']|'')*'|[^'])+?(?=\s+and\s+|$)/gi) ?? [];
  return parts.map((part) => part.replace(/^\s*and\s+/i, ""));
}

function ordered<T extends object>(values: readonly T[], orderBy: string): readonly T[] {
  const [, path, direction] = /^\s*([\w/]+)(?:\s+(asc|desc))?\s*$/i.exec(orderBy) ?? [];
  if (path === undefined) throw invalidRequest(`Invalid orderby clause: '${orderBy}'.`);
  const sign = direction?.toLowerCase() === "desc" ? -1 : 1;
  const text = (one: T) => String(lower(valueAt(one, path)) ?? "");
  return values.toSorted((a, b) => sign * text(a).localeCompare(text(b), "en"));
}

const isSkip = (value: unknown): value is { skip: number } =>
  Number.isSafeInteger((value as { skip?: unknown } | null)?.skip) && (value as { skip: number }).skip >= 0;

/** A page of what is few enough to be held at once, under `$filter`, `$orderby`, `$top`. Throws invalidRequest. */
export function inMemoryPage<T extends object>(values: readonly T[], query: Query): Page<T> {
  const filter = query.option("filter");
  const orderBy = query.option("orderby");
  const those = filter === undefined ? values : filtered(values, filter);
  const sorted = orderBy === undefined ? those : ordered(those, orderBy);
  const token = query.option("skiptoken");
  const { skip } = token === undefined ? { skip: 0 } : readPageToken(token, isSkip);
  const end = skip + query.top(LARGEST_PAGE, LARGEST_PAGE);
  return { value: sorted.slice(skip, end), next: end < sorted.length ? pageToken({ skip: end }) : undefined };
}
