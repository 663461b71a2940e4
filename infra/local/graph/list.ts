import type { IdentitySet, List } from "@microsoft/microsoft-graph-types";
import { type Call, type Ground, parameter } from "./call.ts";
import { notFound, notImplemented } from "./graph-error.ts";
import { type SiteRow, siteBy, siteIds, siteUrl } from "./sites.ts";

export interface ListRow {
  readonly id: string;
  readonly siteId: string;
  /** The part of its address; never changes. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly template: string;
  readonly hidden: number;
  readonly driveId: string | null;
  readonly version: number;
  readonly lastItem: number;
  readonly created: string;
  readonly modified: string;
  readonly createdBy: string;
  /** Kept beside it; absent where a list is read without them, and in one that never had them. */
  readonly contentTypesEnabled?: number | null;
  readonly modifiedBy?: string | null;
}

/** One of those SharePoint keeps for itself. */
export const isSystem = ({ template }: ListRow): boolean => template === "userInformation";

export const listUrl = (site: SiteRow, list: ListRow): string =>
  `${siteUrl(site)}/${list.driveId === null ? "Lists/" : ""}${encodeURIComponent(list.name)}`;

/** Lists with what is kept beside them. */
export const LISTS =
  "SELECT lists.*, contentTypesEnabled, modifiedBy FROM lists LEFT JOIN listFacts ON listFacts.listId = lists.id";

/** A list by id or by title. Throws itemNotFound. */
export function listIn(ground: Ground, site: SiteRow, idOrName: string): ListRow {
  const list = ground.database.one<ListRow>(
    `${LISTS} WHERE siteId = ?1 AND (id = lower(?2) OR displayName = ?2 OR name = ?2) ORDER BY id = lower(?2) DESC LIMIT 1`,
    site.id,
    idOrName,
  );
  if (!list) throw notFound("The specified list was not found");
  return list;
}

export function listOf(call: Call): { readonly site: SiteRow; readonly list: ListRow } {
  const site = siteBy(call, parameter(call, "site-id"));
  return { site, list: listIn(call, site, parameter(call, "list-id")) };
}

/** The list whose rows are meant. Throws 501 for a library: its files are served as drive items only. */
export function rowsOf(call: Call): ReturnType<typeof listOf> {
  const found = listOf(call);
  if (found.list.driveId !== null) throw notImplemented("the list items of a document library");
  return found;
}

export const toldList = (site: SiteRow, list: ListRow): List & Record<string, unknown> => ({
  "@odata.etag": `"${list.id},${list.version}"`,
  createdDateTime: list.created,
  description: list.description,
  eTag: `"${list.id},${list.version}"`,
  id: list.id,
  lastModifiedDateTime: list.modified,
  name: list.name,
  webUrl: listUrl(site, list),
  displayName: list.displayName,
  createdBy: JSON.parse(list.createdBy) as IdentitySet,
  lastModifiedBy: JSON.parse(list.modifiedBy ?? list.createdBy) as IdentitySet,
  parentReference: { siteId: site.id },
  sharepointIds: { ...siteIds(site), listId: list.id },
  list: {
    contentTypesEnabled: list.contentTypesEnabled === 1,
    hidden: list.hidden === 1,
    template: list.template,
  },
  ...(isSystem(list) ? { system: {} } : {}),
});
