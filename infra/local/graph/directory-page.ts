import { type Answer, json } from "../http/answer.ts";
import { type Call, isObject, type JsonObject } from "./call.ts";
import { readDirectoryFilter } from "./directory-filter.ts";
import { GraphError } from "./graph-error.ts";
import { pageToken, readPageToken } from "./page-token.ts";
import { collection } from "./shape.ts";

const USUAL_PAGE = 100;
const LARGEST_PAGE = 999;

const unsupported = (message: string): GraphError => new GraphError(400, "Request_UnsupportedQuery", message);

const isSkip = (value: unknown): value is { readonly skip: number } =>
  isObject(value) && Number.isSafeInteger(value.skip) && Number(value.skip) >= 0;

/** Every term of `"displayName:ann" AND "mail:ann"` or `… OR …`: a word of the property begins with it. */
function searched(search: string): (entity: JsonObject) => boolean {
  const terms = [...search.matchAll(/"(\w+):((?:[^"\\]|\\.)*)"/g)];
  if (terms.length === 0) {
    throw unsupported(`Syntax error: a term of $search is "property:words". Said was '${search}'.`);
  }
  const holds = ([, property = "", said = ""]: RegExpMatchArray, entity: JsonObject): boolean => {
    const held = String(entity[property] ?? "").toLowerCase();
    const wanted = said.toLowerCase().trim();
    return held.startsWith(wanted) || held.split(/[\s,.@-]+/).some((word) => word.startsWith(wanted));
  };
  return / OR /i.test(search.replace(/"[^"]*"/g, ""))
    ? (entity) => terms.some((term) => holds(term, entity))
    : (entity) => terms.every((term) => holds(term, entity));
}

function ordered(all: readonly JsonObject[], said: string | undefined): readonly JsonObject[] {
  if (said === undefined) return all;
  const [, property = "", direction = "asc"] =
    /^\s*(displayName|userPrincipalName)(?:\s+(asc|desc))?\s*$/i.exec(said) ?? [];
  if (property === "") throw unsupported(`Sorting by '${said}' is not supported.`);
  const way = direction.toLowerCase() === "desc" ? -1 : 1;
  const key = property.toLowerCase() === "displayname" ? "displayName" : "userPrincipalName";
  return all.toSorted((a, b) => way * String(a[key] ?? "").localeCompare(String(b[key] ?? ""), "en"));
}

/** Which of them are asked for. Throws 400 where Graph wants `ConsistencyLevel: eventual` and did not get it. */
export function matchingEntities(call: Call, all: readonly JsonObject[]): readonly JsonObject[] {
  const [filter, search, orderBy, count] = (["filter", "search", "orderby", "count"] as const).map((name) =>
    call.query.option(name),
  );
  const isEventual = call.headers.consistencylevel?.toLowerCase() === "eventual";
  if (search !== undefined && !isEventual) {
    throw unsupported(
      "Request with $search query parameter only works with 'ConsistencyLevel' header set to 'eventual'.",
    );
  }
  const read = filter === undefined ? undefined : readDirectoryFilter(filter);
  if (read && (read.isAdvanced || orderBy !== undefined) && !(isEventual && count === "true")) {
    throw unsupported("This query needs the header 'ConsistencyLevel: eventual' and $count=true.");
  }
  const found = read ? all.filter(read.holds) : all;
  return ordered(search === undefined ? found : found.filter(searched(search)), orderBy);
}

/** One page, with `@odata.count` when it is asked for and may be. */
export function directoryPage(
  call: Call,
  of: string,
  all: readonly JsonObject[],
  tell: (entity: JsonObject) => JsonObject,
): Answer {
  const found = matchingEntities(call, all);
  const top = call.query.top(USUAL_PAGE, LARGEST_PAGE);
  const token = call.query.option("skiptoken");
  const { skip } = token === undefined ? { skip: 0 } : readPageToken(token, isSkip);
  const next = found.length > skip + top ? pageToken({ skip: skip + top }) : undefined;
  const counted = call.query.option("count") === "true" && call.headers.consistencylevel?.toLowerCase() === "eventual";
  const { "@odata.context": context, ...page } = collection(of, call.path, call.query, {
    value: found.slice(skip, skip + top).map(tell),
    next,
  }) as JsonObject;
  return json({ "@odata.context": context, ...(counted ? { "@odata.count": found.length } : {}), ...page });
}

/** `…/$count`: the number alone, as text. */
export function directoryCount(call: Call, all: readonly JsonObject[]): Answer {
  if (call.headers.consistencylevel?.toLowerCase() !== "eventual") {
    throw unsupported("$count is not currently supported without the header 'ConsistencyLevel: eventual'.");
  }
  const bytes = Buffer.from(String(matchingEntities(call, all).length));
  return { status: 200, body: { bytes, type: "text/plain" } };
}
