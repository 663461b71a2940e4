import type { Client } from "@microsoft/microsoft-graph-client";
import { statusOf } from "./graph-error.ts";
import { pathWith } from "./odata.ts";

/** An entry of a list as a page of changes has it. */
export interface ChangedItem {
  readonly id: string;
  readonly deleted?: unknown;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly lastModifiedBy?: { readonly application?: { readonly id?: string }; readonly user?: unknown };
}

/** One page of changes; the last one carries the token to go on from. */
export interface ChangePage {
  readonly items: readonly ChangedItem[];
  readonly token?: string;
}

interface Page {
  readonly value: readonly ChangedItem[];
  readonly "@odata.nextLink"?: string;
  readonly "@odata.deltaLink"?: string;
}

/**
 * What changed in a list since the token, page by page, so that no list is held in memory whole; all there is without one,
 * or when Graph no longer knows the token.
 */
export async function* changePages(client: Client, list: string, token?: string): AsyncGenerator<ChangePage> {
  let next: string | undefined = pathWith(`${list}/items/delta`, { $expand: "fields", token });
  while (next) {
    const page: Page = await pageAt(client, next, list, token);
    const last = page["@odata.deltaLink"];
    next = page["@odata.nextLink"];
    yield {
      items: page.value,
      ...(last && { token: new URL(last).searchParams.get("token") ?? "" }),
    };
  }
}

async function pageAt(client: Client, at: string, list: string, token: string | undefined): Promise<Page> {
  try {
    return await client.api(at).get();
  } catch (error) {
    if (statusOf(error) !== 410 || token === undefined) throw error;
    return client.api(pathWith(`${list}/items/delta`, { $expand: "fields" })).get();
  }
}
