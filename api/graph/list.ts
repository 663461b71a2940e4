import type { Client } from "@microsoft/microsoft-graph-client";
import type { Register } from "#domain/register/register.ts";
import { pathWith, where } from "./odata.ts";

/** An item of a list as we read it. */
export interface Item {
  readonly id: string;
  readonly etag: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Who SharePoint says changed it last: true for an application, false for a person. */
  readonly byApp: boolean;
}

/** What a delta page said: items now there, ids gone, and the token to go on from. */
export interface Changes {
  readonly items: readonly Item[];
  readonly gone: readonly string[];
  readonly token: string;
}

interface GraphItem {
  id: string;
  eTag?: string;
  deleted?: unknown;
  fields?: Record<string, unknown>;
  lastModifiedBy?: { application?: unknown; user?: unknown };
}

interface Page {
  value: GraphItem[];
  "@odata.nextLink"?: string;
  "@odata.deltaLink"?: string;
}

/**
 * What a register's list is called. SharePoint tells lists and libraries apart by title without regard to case, so that
 * the register `packs` beside the library `Packs` needs a name of its own.
 */
export const listName = ({ slug }: Register): string => `register-${slug}`;

/** One SharePoint list through the Graph client. Failures are the client's own `GraphError`s. */
export class List {
  readonly #client: Client;
  readonly #path: string;

  constructor(client: Client, sitePath: string, name: string) {
    this.#client = client;
    this.#path = `${sitePath}/lists/${encodeURIComponent(name)}`;
  }

  async create(fields: Readonly<Record<string, unknown>>): Promise<Item> {
    return itemOf(await this.#client.api(`${this.#path}/items`).post({ fields }), fields);
  }

  /** Changes fields of the item whose version is still `etag`; 412 when it is not. Costs 3 request units. */
  async update(id: string, etag: string, fields: Readonly<Record<string, unknown>>): Promise<Item> {
    await this.#client.api(`${this.#path}/items/${id}/fields`).header("If-Match", etag).patch(fields);
    return this.get(id);
  }

  async get(id: string): Promise<Item> {
    return itemOf(await this.#client.api(pathWith(`${this.#path}/items/${id}`, { $expand: "fields" })).get());
  }

  /** The item with this key, straight from SharePoint. */
  async byKey(key: string): Promise<Item | undefined> {
    const query = { $expand: "fields", $filter: where("key", "eq", key), $top: 1 };
    const page: Page = await this.#client.api(pathWith(`${this.#path}/items`, query)).get();
    const [found] = page.value;
    return found && itemOf(found);
  }

  async remove(id: string): Promise<void> {
    await this.#client.api(`${this.#path}/items/${id}`).delete();
  }

  /** Everything changed since the token; everything there is without one. An empty page may still lead to another. */
  async changes(token?: string): Promise<Changes> {
    const items = new Map<string, Item>();
    const gone = new Set<string>();
    let next: string | undefined = pathWith(`${this.#path}/items/delta`, { $expand: "fields", token });
    for (;;) {
      const page: Page = await this.#client.api(next).get();
      for (const item of page.value) {
        if (item.deleted) gone.add(item.id);
        else if (item.fields) items.set(item.id, itemOf(item));
      }
      if (page["@odata.deltaLink"]) {
        const last = new URL(page["@odata.deltaLink"]).searchParams.get("token") ?? "";
        return { items: [...items.values()], gone: [...gone], token: last };
      }
      next = page["@odata.nextLink"];
      if (!next) throw new Error("A delta answer had neither a next link nor a delta link.");
    }
  }
}

const itemOf = (item: GraphItem, given: Readonly<Record<string, unknown>> = {}): Item => ({
  id: item.id,
  etag: item.eTag ?? "",
  fields: item.fields ?? given,
  byApp: item.lastModifiedBy?.application !== undefined || item.lastModifiedBy === undefined,
});
