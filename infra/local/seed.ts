import { randomUUID } from "node:crypto";
import type { Group, User } from "@microsoft/microsoft-graph-types";
import { type Caller, type Ground, instant } from "./graph/call.ts";
import { makeList } from "./graph/lists.ts";
import { type SiteRow, siteBy } from "./graph/sites.ts";

/** A SharePoint site. */
export interface SiteSeed {
  /** Server-relative, e.g. `/sites/line-of-sight`; the root site's is empty. */
  readonly path: string;
  readonly displayName: string;
  /** `siteCollectionGuid,webGuid` when they must be known beforehand. */
  readonly guids?: readonly [string, string];
}

/** Somebody in the directory; `department` groups people on the sign-in page. */
export type UserSeed = User & { readonly id: string; readonly displayName: string; readonly userPrincipalName: string };

export type GroupSeed = Group & {
  readonly id: string;
  readonly displayName: string;
  readonly memberIds: readonly string[];
};

const system: Caller = { app: { id: "00000003-0000-0ff1-ce00-000000000000", name: "SharePoint" }, permissions: [] };

function addSite(ground: Ground, { path, displayName, guids }: SiteSeed): void {
  const there = ground.database.one<SiteRow>(
    "SELECT * FROM sites WHERE hostname = ? AND path = ?",
    ground.hostname,
    path,
  );
  if (there) return;
  const id = [ground.hostname, ...(guids ?? [randomUUID(), randomUUID()])].join(",");
  ground.database.run(
    "INSERT INTO sites VALUES (?, ?, ?, ?, ?, ?)",
    ...[id, ground.hostname, path, path.split("/").at(-1) ?? "", displayName, instant(ground.now())],
  );
  makeList(ground, siteBy(ground, id), { displayName: "Documents", template: "documentLibrary" }, system);
}

/** Adds what is handed in and not there yet; what people changed since stays as it is. */
export function seed(
  ground: Ground,
  { sites, users, groups }: { sites: readonly SiteSeed[]; users: readonly UserSeed[]; groups: readonly GroupSeed[] },
): void {
  ground.database.transaction(() => {
    for (const site of [{ path: "", displayName: "Home" }, ...sites]) addSite(ground, site);
    for (const user of users) {
      ground.database.run(
        "INSERT INTO users VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        ...[user.id, user.userPrincipalName, JSON.stringify(user)],
      );
    }
    for (const { memberIds, ...group } of groups) {
      ground.database.run("INSERT INTO groups VALUES (?, ?) ON CONFLICT DO NOTHING", group.id, JSON.stringify(group));
      for (const member of memberIds) {
        ground.database.run("INSERT INTO members VALUES (?, ?) ON CONFLICT DO NOTHING", group.id, member);
      }
    }
  });
}
