import type { Client } from "@microsoft/microsoft-graph-client";
import type { ColumnDefinition } from "@microsoft/microsoft-graph-types";
import { libraries } from "#domain/ports.ts";
import type { Register } from "#domain/register/register.ts";
import { columnsOf } from "./columns.ts";
import { everyPage } from "./every-page.ts";
import { listName } from "./list.ts";
import { pathWith } from "./odata.ts";

interface ListFacts {
  id: string;
  name: string;
  displayName: string;
  list?: { template?: string };
  columns?: ColumnDefinition[];
}

/** One thing provisioning did, for the administrator to read. */
export type Provisioned = { readonly made: "list" | "library" | "column"; readonly name: string };

export const everyLibrary = [...libraries, "Claims"] as const;

/**
 * Makes every list, column and library that is not there yet. May be run again at any time, also after it stopped half
 * way: it only adds, and never deletes or retypes a column.
 */
export async function provision(
  client: Client,
  site: string,
  registers: readonly Register[],
): Promise<readonly Provisioned[]> {
  const done: Provisioned[] = [];
  const lists = await existing(client, site);
  for (const register of registers) {
    const there = lists.get(listName(register));
    if (there) done.push(...(await addColumns(client, site, there, register)));
    else {
      await make(client, site, {
        displayName: listName(register),
        list: { template: "genericList" },
        columns: columnsOf(register),
      });
      done.push({ made: "list", name: listName(register) });
    }
  }
  for (const name of everyLibrary) {
    if (lists.has(name)) continue;
    await make(client, site, { displayName: name, list: { template: "documentLibrary" } });
    done.push({ made: "library", name });
  }
  return done;
}

async function existing(client: Client, site: string): Promise<ReadonlyMap<string, ListFacts>> {
  const lists = await everyPage<ListFacts>(client, pathWith(`${site}/lists`, { $expand: "columns" }));
  return new Map(lists.map((list) => [list.displayName, list]));
}

async function addColumns(
  client: Client,
  site: string,
  list: ListFacts,
  register: Register,
): Promise<readonly Provisioned[]> {
  const names = new Set((list.columns ?? []).map(({ name }) => name));
  const missing = columnsOf(register).filter(({ name }) => !names.has(name));
  for (const column of missing) await client.api(`${site}/lists/${list.id}/columns`).post(column);
  return missing.map(({ name }) => ({ made: "column", name: `${register.slug}.${name}` }));
}

/** A create whose answer was lost, or that another run made first, is already there: that is as good. */
async function make(
  client: Client,
  site: string,
  list: Readonly<Record<string, unknown>> & { readonly displayName: string },
): Promise<void> {
  try {
    await client.api(`${site}/lists`).post(list);
  } catch (error) {
    if (!(await existing(client, site)).has(list.displayName)) throw error;
  }
}
