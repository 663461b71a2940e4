import { createHash } from "node:crypto";
import type { ColumnDefinition, IdentitySet, ListItem } from "@microsoft/microsoft-graph-types";
import type { Ground, JsonObject } from "./call.ts";
import { GraphError, notFound } from "./graph-error.ts";
import { type ListRow, listUrl } from "./list.ts";
import { withLookups } from "./lookup-values.ts";
import type { Query } from "./query.ts";
import { context } from "./shape.ts";
import { type SiteRow, siteIds } from "./sites.ts";

export interface ItemRow {
  readonly listId: string;
  readonly id: number;
  readonly guid: string;
  readonly version: number;
  /** Values by column name; unset ones are absent. */
  readonly fields: string;
  readonly created: string;
  readonly createdBy: string;
  readonly modified: string;
  readonly modifiedBy: string;
  readonly change: number;
}

export type Fields = JsonObject & { readonly definition?: ColumnDefinition };

export const etagOf = (row: { readonly guid: string; readonly version: number }): string =>
  `"${row.guid},${row.version}"`;

/** An item by its number. Throws itemNotFound. */
export function itemIn(ground: Ground, list: ListRow, id: string): ItemRow {
  const row = /^\d{1,15}$/.test(id)
    ? ground.database.one<ItemRow>("SELECT * FROM items WHERE listId = ? AND id = ?", list.id, Number(id))
    : ground.database.one<ItemRow>("SELECT * FROM items WHERE listId = ? AND guid = lower(?)", list.id, id);
  if (!row) throw notFound("The specified item was not found.");
  return row;
}

/** Holds a write to the version its `If-Match` names. Throws 412. */
export function checkMatch(wanted: string | undefined, etag: string, code = "resourceModified"): void {
  if (wanted === undefined || wanted.trim() === "*") return;
  const bare = (text: string) => text.trim().replace(/^W\//, "").replaceAll('"', "").toLowerCase();
  if (wanted.split('",').some((one) => bare(one) === bare(etag))) return;
  throw new GraphError(412, code, "ETag does not match current item's value");
}

/** SharePoint numbers a site's users; Graph cannot look the numbers up. */
const siteUserId = (identity: string): string =>
  String((createHash("sha256").update(identity).digest().readUInt32BE(0) % 9000) + 10);

/** A row's fields as Graph shows them: written ones that are set, and SharePoint's own. */
export function toldFields(row: ItemRow, query?: Query, ground?: Ground): JsonObject {
  const names = query?.selected();
  const kept: JsonObject = JSON.parse(row.fields);
  const values = ground ? withLookups(ground, row.listId, kept, names) : kept;
  const all: JsonObject = {
    "@odata.etag": etagOf(row),
    ...values,
    ...(values.Title === undefined ? {} : { LinkTitle: values.Title, LinkTitleNoMenu: values.Title }),
    id: String(row.id),
    ContentType: "Item",
    Modified: row.modified,
    Created: row.created,
    AuthorLookupId: siteUserId(row.createdBy),
    EditorLookupId: siteUserId(row.modifiedBy),
    _UIVersionString: `${row.version}.0`,
    Attachments: false,
    Edit: "",
    ItemChildCount: "0",
    FolderChildCount: "0",
    _ComplianceFlags: "",
    _ComplianceTag: "",
    _ComplianceTagWrittenTime: "",
    _ComplianceTagUserId: "",
  };
  if (!names || names.includes("*")) return all;
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => name === "@odata.etag" || names.includes(name.split("@")[0] ?? "")),
  );
}

const identity = (text: string): IdentitySet => JSON.parse(text) as IdentitySet;

export const itemContentType = (list: ListRow) => ({
  id: `0x0100${list.id.replaceAll("-", "").toUpperCase()}`,
  name: "Item",
});

/** A row as Graph tells it; its fields only when they are asked for. */
export const toldItem = (
  ground: Ground,
  site: SiteRow,
  list: ListRow,
  row: ItemRow,
  fields?: Query,
): ListItem & Record<string, unknown> => ({
  "@odata.etag": etagOf(row),
  createdDateTime: row.created,
  eTag: etagOf(row),
  id: String(row.id),
  lastModifiedDateTime: row.modified,
  webUrl: `${listUrl(site, list)}/${row.id}_.000`,
  createdBy: identity(row.createdBy),
  lastModifiedBy: identity(row.modifiedBy),
  parentReference: { id: list.id, siteId: site.id },
  contentType: itemContentType(list),
  sharepointIds: {
    ...siteIds(site),
    listId: list.id,
    listItemId: String(row.id),
    listItemUniqueId: row.guid,
    tenantId: ground.tenantId,
  },
  ...(fields
    ? {
        "fields@odata.context": context(`sites('${site.id}')/lists('${list.id}')/items('${row.id}')/fields/$entity`),
        fields: toldFields(row, fields, ground) as ListItem["fields"],
      }
    : {}),
});
