import type { Client } from "@microsoft/microsoft-graph-client";
import type { Register } from "#domain/register/register.ts";
import { everyPage } from "./every-page.ts";
import { pathWith } from "./odata.ts";
import { type Difference, type Lacking, type ListFacts, schemaDifference } from "./schema-difference.ts";
import { schemaVersion, schemaVersions } from "./schema-version.ts";

export { everyLibrary } from "./schema-difference.ts";

/** One thing provisioning did, for the administrator to read. */
export type Provisioned = Pick<Lacking, "made" | "name">;

/** How a site stands to what this release needs, before anything is done. */
export interface SiteDifference extends Difference {
  /** Something made it wholly ready for this release before. */
  readonly ready: boolean;
}

/** What provisioning would do to a site, and what of it is otherwise than we made it. Only reads. */
export async function siteDifference(
  client: Client,
  site: string,
  registers: readonly Register[],
): Promise<SiteDifference> {
  const { lacking, drift } = schemaDifference(await listsOf(client, site), registers);
  const { versions } = await schemaVersions(client, site);
  const ready = versions.includes(schemaVersion(registers));
  // What is not there although it was made is gone by hand.
  const gone = ready ? lacking.map(({ made, name }) => `The ${made} ${name} was removed by hand.`) : [];
  return { lacking, drift: [...drift, ...gone], ready };
}

/**
 * Makes every list, column and library that is not there yet, and says last of all that the site is ready for this release.
 * May be run again at any time, also after it stopped half way: it only adds, and never deletes or retypes a column.
 */
export async function provision(
  client: Client,
  site: string,
  registers: readonly Register[],
): Promise<readonly Provisioned[]> {
  const { lacking } = schemaDifference(await listsOf(client, site), registers);
  for (const one of lacking) await make(client, site, one);
  const { versions, add } = await schemaVersions(client, site);
  const version = schemaVersion(registers);
  if (!versions.includes(version)) await add(version);
  return lacking.map(({ made, name }) => ({ made, name }));
}

const listsOf = (client: Client, site: string): Promise<readonly ListFacts[]> =>
  everyPage<ListFacts>(client, pathWith(`${site}/lists`, { $expand: "columns" }));

/** A create whose answer was lost, or that another run made first, is already there: that is as good. */
async function make(client: Client, site: string, one: Lacking): Promise<void> {
  try {
    await create(client, site, one);
  } catch (error) {
    if (!(await isThere(client, site, one))) throw error;
  }
}

const create = (client: Client, site: string, one: Lacking): Promise<unknown> =>
  one.made === "column"
    ? client.api(`${site}/lists/${one.list}/columns`).post(one.column)
    : client.api(`${site}/lists`).post({
        displayName: one.name,
        list: { template: one.made === "list" ? "genericList" : "documentLibrary" },
        ...(one.columns && { columns: one.columns }),
      });

async function isThere(client: Client, site: string, one: Lacking): Promise<boolean> {
  const lists = await listsOf(client, site);
  if (one.made !== "column") return lists.some(({ displayName }) => displayName === one.name);
  const columns = lists.find(({ id }) => id === one.list)?.columns ?? [];
  return columns.some(({ name }) => name === one.column.name);
}
