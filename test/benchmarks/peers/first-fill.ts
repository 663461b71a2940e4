import { type Client, type PageCollection, PageIterator } from "@microsoft/microsoft-graph-client";

export interface PlainItem {
  readonly id: string;
  readonly eTag?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** Microsoft's own way of reading lists whole: each page by page, all of them side by side, every item kept. */
export async function iterate(
  client: Client,
  site: string,
  lists: readonly string[],
  top: number,
): Promise<PlainItem[][]> {
  return Promise.all(
    lists.map(async (list) => {
      const items: PlainItem[] = [];
      const first: PageCollection = await client
        .api(`${site}/lists/${list}/items/delta?$expand=fields&$top=${top}`)
        .get();
      const iterator = new PageIterator(client, first, (item: PlainItem) => items.push(item) > 0);
      await iterator.iterate();
      return items;
    }),
  );
}
