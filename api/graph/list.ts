import type { Client } from "@microsoft/microsoft-graph-client";
import type { Register } from "#domain/register/register.ts";
import { isDoubtful, statusOf } from "./graph-error.ts";
import { type Filter, pathWith, systemFilter } from "./odata.ts";
import { type Pace, realPace } from "./pace.ts";

/** An item of a list as we read it. */
export interface Item {
  readonly id: string;
  readonly etag: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The application SharePoint says changed it last; undefined when that was a person. */
  readonly byApp: string | undefined;
}

/** What a delta said: items now there, ids gone, and the token to go on from. */
export interface Changes {
  readonly items: readonly Item[];
  readonly gone: readonly string[];
  readonly token: string;
}

/** One page of a delta. The last one has the token. */
export interface ChangePage extends Omit<Changes, "token"> {
  readonly token: string | undefined;
  /** Ids of items that are there and were told without their fields: nothing is known of them but that. */
  readonly bare?: readonly string[];
}

interface GraphItem {
  id: string;
  eTag?: string;
  deleted?: unknown;
  fields?: Record<string, unknown>;
  lastModifiedBy?: { application?: { id?: string } | null; user?: unknown };
}

interface Page {
  value: GraphItem[];
  "@odata.nextLink"?: string;
  "@odata.deltaLink"?: string;
}

/** Waits between tries to make an item that may or may not have been made. */
const WAITS_MS = [0, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000];
/** Large pages, yet each is read into memory in a few tens of milliseconds, so that people are not kept waiting. */
export const FILL_PAGE = 2_000;

/**
 * What a register's list is called. SharePoint tells lists and libraries apart by title without regard to case, so that
 * the register `packs` beside the library `Packs` needs a name of its own.
 */
export const listName = ({ slug }: Register): string => `register-${slug}`;

/** One SharePoint list through the Graph client. Failures are the client's own `GraphError`s. */
export class List {
  readonly #client: Client;
  readonly #path: string;
  readonly #pace: Pace;

  constructor(client: Client, sitePath: string, name: string, pace: Pace = realPace) {
    this.#client = client;
    this.#path = `${sitePath}/lists/${encodeURIComponent(name)}`;
    this.#pace = pace;
  }

  /**
   * Makes the item with this key once: when a try fails and may have worked, the key is read back before the next. An item
   * that was there already is answered as it is.
   */
  async create(fields: Readonly<Record<string, unknown>> & { readonly key: string }): Promise<Item> {
    for (const [tries, wait] of WAITS_MS.entries()) {
      if (wait > 0) await this.#pace.wait(wait);
      try {
        return itemOf(await this.#client.api(`${this.#path}/items`).post({ fields }), fields);
      } catch (error) {
        const there = await this.byKey(fields.key).catch(() => undefined);
        if (there) return there;
        if (!isDoubtful(error) || tries === WAITS_MS.length - 1) throw error;
      }
    }
    throw new RangeError("There are no tries.");
  }

  /** Changes fields of the item whose version is still `etag`; 412 when it is not. Costs 3 request units. */
  async update(id: string, etag: string, fields: Readonly<Record<string, unknown>>): Promise<Item> {
    await this.#client
      .api(`${this.itemPath(id)}/fields`)
      .header("If-Match", etag)
      .patch(fields);
    return this.get(id);
  }

  async get(id: string): Promise<Item> {
    const path = pathWith(this.itemPath(id), { $expand: "fields" });
    return itemOf(await this.#client.api(path).get());
  }

  /** The item with this key, straight from SharePoint; the first one made if there are several. */
  async byKey(key: string): Promise<Item | undefined> {
    const query = { $expand: "fields", $filter: systemFilter("key", "eq", key), $top: 2 };
    for (let next: string | undefined = pathWith(`${this.#path}/items`, query); next; ) {
      const page: Page = await this.#client.api(next).get();
      const [found] = page.value.toSorted((a, b) => Number(a.id) - Number(b.id));
      if (found) return itemOf(found);
      next = page["@odata.nextLink"];
    }
    return undefined;
  }

  /** Some of the items that meet the filter, by id. */
  async idsWhere($filter: Filter, $top: number): Promise<readonly string[]> {
    for (let next: string | undefined = pathWith(`${this.#path}/items`, { $select: "id", $filter, $top }); next; ) {
      const page: Page = await this.#client.api(next).get();
      if (page.value.length > 0) return page.value.map(({ id }) => id);
      next = page["@odata.nextLink"];
    }
    return [];
  }

  /** Where an item is, after `/v1.0`. */
  itemPath(id: string): string {
    return `${this.#path}/items/${encodeURIComponent(id)}`;
  }

  async remove(id: string): Promise<void> {
    await this.#client.api(this.itemPath(id)).delete();
  }

  /** Everything changed since the token; everything there is without one. An empty page may still lead to another. */
  async changes(token?: string): Promise<Changes> {
    const items = new Map<string, Item>();
    const gone = new Set<string>();
    let last = "";
    for await (const page of this.pages(token)) {
      for (const item of page.items) items.set(item.id, item);
      for (const id of page.gone) gone.add(id);
      last = page.token ?? last;
    }
    return { items: [...items.values()], gone: [...gone], token: last };
  }

  /**
   * The same a page at a time, so that a long list is never in memory twice; the next page is on its way while one is used.
   * Throws Graph's 410 for a token it no longer takes; `from` is where that answer said to begin again.
   */
  async *pages(token?: string, from?: string): AsyncGenerator<ChangePage> {
    const size = token === undefined ? { $top: FILL_PAGE } : {};
    const start = pathWith(`${this.#path}/items/delta`, { $expand: "fields", ...size, token });
    let next: Promise<Page> | undefined = this.#page(from ?? start);
    while (next) {
      const page: Page = await next;
      const { value, "@odata.nextLink": more, "@odata.deltaLink": end } = page;
      if (!more && !end) throw new Error("A delta answer had neither a next link nor a delta link.");
      next = end || !more ? undefined : this.#page(more);
      yield {
        items: value.flatMap((item) => (item.deleted || !item.fields ? [] : [itemOf(item)])),
        gone: value.flatMap(({ id, deleted }) => (deleted ? [id] : [])),
        bare: value.flatMap(({ id, deleted, fields }) => (deleted || fields ? [] : [id])),
        token: end ? (new URL(end).searchParams.get("token") ?? "") : undefined,
      };
    }
  }

  #page(at: string): Promise<Page> {
    const page: Promise<Page> = this.#client.api(at).get();
    // Whoever stops reading early does not wait for this one.
    page.catch(() => undefined);
    return page;
  }
}

/** Graph's answer to a token that is too old. */
export const isTooOld = (error: unknown): boolean => statusOf(error) === 410;

const itemOf = (item: GraphItem, given: Readonly<Record<string, unknown>> = {}): Item => ({
  id: item.id,
  etag: item.eTag ?? "",
  fields: item.fields ?? given,
  byApp: item.lastModifiedBy === undefined ? "" : (item.lastModifiedBy.application?.id ?? undefined),
});
