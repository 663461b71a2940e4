import { randomUUID } from "node:crypto";
import type { Drive, IdentitySet } from "@microsoft/microsoft-graph-types";
import { type Call, type Caller, type Ground, identityOf, instant, parameter } from "./call.ts";
import { newDriveItemId } from "./drive-item.ts";
import { notFound } from "./graph-error.ts";
import { type ListRow, listUrl } from "./list.ts";
import { quotaOf } from "./quota.ts";
import { driveType, isPersonal, type SiteRow, siteBy } from "./sites.ts";

/** Gives a library its drive and root folder. */
export function openDrive(ground: Ground, site: SiteRow, list: ListRow, caller: Caller): void {
  const guids = [...site.id.split(",").slice(1), list.id].map((guid) => Buffer.from(guid.replaceAll("-", ""), "hex"));
  const driveId = `b!${Buffer.concat(guids).toString("base64url")}`;
  const now = instant(ground.now());
  const by = JSON.stringify(identityOf(caller));
  ground.database.run("UPDATE lists SET driveId = ? WHERE id = ?", driveId, list.id);
  ground.database.run(
    "INSERT INTO driveItems VALUES (?, ?, NULL, 'root', 1, 0, NULL, NULL, ?, 1, 0, ?, ?, ?, ?)",
    ...[driveId, newDriveItemId(), randomUUID(), now, by, now, by],
  );
}

export interface DrivePlace {
  readonly site: SiteRow;
  readonly list: ListRow;
  readonly driveId: string;
}

/** A drive by its id. Throws itemNotFound. */
export function driveBy(ground: Ground, driveId: string): DrivePlace {
  const list = ground.database.one<ListRow>("SELECT * FROM lists WHERE driveId = ?", driveId);
  if (!list) throw notFound("The specified drive was not found.");
  return { site: siteBy(ground, list.siteId), list, driveId };
}

export const driveOf = (call: Call): DrivePlace => driveBy(call, parameter(call, "drive-id"));

/** The drive `/sites/{id}/drive` means: the library the site came with. */
export function defaultDrive(ground: Ground, site: SiteRow): string {
  const list = ground.database.one<ListRow>(
    "SELECT * FROM lists WHERE siteId = ? AND driveId IS NOT NULL ORDER BY rowid LIMIT 1",
    site.id,
  );
  if (!list?.driveId) throw notFound("The site has no document library.");
  return list.driveId;
}

export const toldDrive = (ground: Ground, site: SiteRow, list: ListRow): Drive => ({
  createdDateTime: list.created,
  description: list.description,
  id: list.driveId ?? "",
  lastModifiedDateTime: list.modified,
  name: isPersonal(site) ? "OneDrive" : list.displayName,
  webUrl: listUrl(site, list),
  driveType: driveType(site),
  createdBy: JSON.parse(list.createdBy) as IdentitySet,
  lastModifiedBy: JSON.parse(list.createdBy) as IdentitySet,
  owner: isPersonal(site)
    ? { user: (JSON.parse(list.createdBy) as IdentitySet).user }
    : { user: { displayName: "System Account" } },
  ...(list.driveId === null ? {} : { quota: quotaOf(ground, list.driveId) }),
});
