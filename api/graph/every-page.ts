import type { Client } from "@microsoft/microsoft-graph-client";

/** All of a collection, next links followed to the end: an empty page may still lead to another. */
export async function everyPage<T>(client: Client, start: string): Promise<readonly T[]> {
  const found: T[] = [];
  for (let next: string | undefined = start; next; ) {
    const page: { value: T[]; "@odata.nextLink"?: string } = await client.api(next).get();
    found.push(...page.value);
    next = page["@odata.nextLink"];
  }
  return found;
}
