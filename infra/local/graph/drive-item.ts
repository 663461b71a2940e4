import { randomBytes } from "node:crypto";
import type { DriveItem, IdentitySet } from "@microsoft/microsoft-graph-types";
import type { Ground } from "./call.ts";
import type { DrivePlace } from "./drive.ts";
import { checkoutOf, stateOf } from "./file-state.ts";
import { listUrl } from "./list.ts";
import { mimeType } from "./mime-type.ts";
import { driveType } from "./sites.ts";

export interface DriveItemRow {
  readonly driveId: string;
  readonly id: string;
  /** Null for the root folder. */
  readonly parentId: string | null;
  readonly name: string;
  readonly folder: number;
  readonly size: number;
  readonly blob: string | null;
  readonly quickXor: string | null;
  readonly guid: string;
  readonly version: number;
  readonly contentVersion: number;
  readonly created: string;
  readonly createdBy: string;
  readonly modified: string;
  readonly modifiedBy: string;
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Ids of files and folders look like `01` and 32 letters and digits. */
export const newDriveItemId = (): string => `01${[...randomBytes(32)].map((byte) => alphabet[byte % 32]).join("")}`;

export const driveEtag = (row: DriveItemRow): string => `"{${row.guid.toUpperCase()}},${row.version}"`;

/** Changes only with the content. */
export const driveCtag = (row: DriveItemRow): string => `"c:{${row.guid.toUpperCase()}},${row.contentVersion}"`;

/** Names of the folders from the root down to an item, and its own. */
export function pathOf(ground: Ground, row: DriveItemRow): readonly string[] {
  const names: string[] = [];
  let at: DriveItemRow | undefined = row;
  while (at && at.parentId !== null) {
    names.unshift(at.name);
    at = ground.database.one<DriveItemRow>(
      "SELECT * FROM driveItems WHERE driveId = ? AND id = ?",
      at.driveId,
      at.parentId,
    );
  }
  return names;
}

const encoded = (names: readonly string[]): string => names.map((name) => `/${encodeURIComponent(name)}`).join("");

function facets(ground: Ground, row: DriveItemRow): Partial<DriveItem> {
  if (row.folder === 0) {
    return { file: { hashes: { quickXorHash: row.quickXor ?? "" }, mimeType: mimeType(row.name) } };
  }
  const children = ground.database.one<{ n: number }>(
    "SELECT count(*) AS n FROM driveItems WHERE driveId = ? AND parentId = ?",
    ...[row.driveId, row.id],
  );
  return { folder: { childCount: children?.n ?? 0 } };
}

/** A file or folder as Graph tells it. */
export function toldDriveItem(
  ground: Ground,
  place: DrivePlace,
  row: DriveItemRow,
): DriveItem & Record<string, unknown> {
  const names = pathOf(ground, row);
  const siteId = place.site.id.split(",")[1] ?? "";
  const isRoot = row.parentId === null;
  return {
    createdDateTime: row.created,
    eTag: driveEtag(row),
    id: row.id,
    lastModifiedDateTime: row.modified,
    name: isRoot ? "root" : row.name,
    webUrl: `${listUrl(place.site, place.list)}${encoded(names)}`,
    cTag: driveCtag(row),
    size: row.folder === 1 ? sizeBelow(ground, row) : row.size,
    createdBy: JSON.parse(row.createdBy) as IdentitySet,
    lastModifiedBy: JSON.parse(row.modifiedBy) as IdentitySet,
    parentReference: {
      driveType: driveType(place.site),
      driveId: row.driveId,
      ...(isRoot
        ? {}
        : {
            id: row.parentId,
            name: names.at(-2) ?? place.list.displayName,
            path: `/drives/${row.driveId}/root:${encoded(names.slice(0, -1))}`,
          }),
      siteId,
    },
    fileSystemInfo: {
      createdDateTime: row.created,
      lastModifiedDateTime: row.modified,
      ...fileSystemInfoOf(ground, row),
    },
    ...facets(ground, row),
    ...(isRoot ? { root: {} } : {}),
    ...(isShared(ground, row) ? { shared: { scope: "users" } } : {}),
  };
}

const isShared = (ground: Ground, { driveId, id }: DriveItemRow): boolean =>
  ground.database.one("SELECT 1 FROM filePermissions WHERE driveId = ? AND itemId = ? LIMIT 1", driveId, id) !==
  undefined;

function fileSystemInfoOf(ground: Ground, row: DriveItemRow): object {
  const { fileSystemInfo } = stateOf(ground, row);
  return fileSystemInfo === null ? {} : (JSON.parse(fileSystemInfo) as object);
}

const sizeBelow = (ground: Ground, row: DriveItemRow): number =>
  ground.database.one<{ size: number }>(
    `WITH RECURSIVE below (id) AS (SELECT ?2 UNION ALL SELECT child.id FROM driveItems child JOIN below ON child.parentId = below.id
       WHERE child.driveId = ?1)
     SELECT coalesce(sum(size), 0) AS size FROM driveItems JOIN below USING (id) WHERE driveId = ?1`,
    ...[row.driveId, row.id],
  )?.size ?? 0;

/** Facets Graph tells only when they are selected. */
export function selectedFacets(
  ground: Ground,
  place: DrivePlace,
  row: DriveItemRow,
  selected: readonly string[],
): Partial<DriveItem> {
  const state = stateOf(ground, row);
  const out = checkoutOf(state);
  const [hostname = "", siteId = "", webId = ""] = place.site.id.split(",");
  const all: Partial<DriveItem> = {
    description: state.description ?? "",
    publication: {
      level: out ? "checkout" : "published",
      versionId: `${state.version}.0`,
      ...(out ? { checkedOutBy: out.by as IdentitySet } : {}),
    },
    sharepointIds: {
      listId: place.list.id,
      listItemId: String(state.number),
      listItemUniqueId: row.guid,
      siteId,
      siteUrl: `https://${hostname}${place.site.path}`,
      tenantId: ground.tenantId,
      webId,
    },
    webDavUrl: `${listUrl(place.site, place.list)}${encoded(pathOf(ground, row))}`,
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => selected.includes(name)));
}
