import type { Query } from "./query.ts";

/** Where every link Graph gives begins, wherever the service really listens. */
export const GRAPH = "https://graph.microsoft.com/v1.0";

export const context = (of: string): string => `${GRAPH}/$metadata#${of}`;

/** What Graph tells only when it is selected by name. */
const ONLY_SELECTED = "sharepointIds";

/** Keeps the properties `$select` names, and annotations. */
export function selecting<T extends object>(entity: T, query: Query): Partial<T> {
  const names = query.selected();
  if (!names || names.includes("*")) {
    const { [ONLY_SELECTED as keyof T]: _, ...kept } = entity;
    return kept as Partial<T>;
  }
  // What is expanded comes along, selected or not.
  const wanted = new Set([...names, ...query.expanded().keys()]);
  const kept = Object.entries(entity).filter(([name]) => name.startsWith("@") || wanted.has(name.split("@")[0] ?? ""));
  return Object.fromEntries(kept) as Partial<T>;
}

/** One entity as an answer's body. */
export const entity = <T extends object>(of: string, body: T, query: Query): object => ({
  "@odata.context": context(`${of}/$entity`),
  ...selecting(body, query),
});

export interface Page<T> {
  readonly value: readonly T[];
  /** `$skiptoken` of the next page. */
  readonly next?: string | undefined;
  /** `@odata.count`: how many there are on all pages. */
  readonly count?: number | undefined;
}

/** A page of entities with its next link, which repeats the query as it was sent. */
export const collection = <T extends object>(of: string, path: string, query: Query, page: Page<T>): object => ({
  "@odata.context": context(of),
  ...(page.count === undefined ? {} : { "@odata.count": page.count }),
  ...(page.next === undefined ? {} : { "@odata.nextLink": `${GRAPH}${path}?${query.with({ $skiptoken: page.next })}` }),
  value: page.value.map((one) => selecting(one, query)),
});
