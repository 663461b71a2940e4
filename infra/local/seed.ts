import { createHash } from "node:crypto";
import type { Group, User } from "@microsoft/microsoft-graph-types";
import { addSiteColumns } from "./graph/built-in-columns.ts";
import { type Caller, type Ground, instant } from "./graph/call.ts";
import { giveGrant, siteScope } from "./graph/grant.ts";
import { addSystemList, makeList } from "./graph/make-list.ts";
import { type SiteRow, siteBy } from "./graph/sites.ts";

/** A SharePoint site. */
export interface SiteSeed {
  /** Server-relative, e.g. `/sites/line-of-sight`; the root site's is empty. */
  readonly path: string;
  readonly displayName: string;
  /** Site collection and web, when they must be known beforehand. */
  readonly guids?: readonly [string, string];
  /** Applications let in here, which `Sites.Selected` needs: by itself it opens no site. */
  readonly grants?: readonly SiteGrant[];
}

/** An application let in to a site; roles are `read`, `write`, `owner` and `fullcontrol`. */
export interface SiteGrant {
  readonly app: { readonly id: string; readonly name: string };
  readonly roles: readonly string[];
}

/** Somebody in the directory; `department` groups people on the sign-in page. */
export type UserSeed = User & {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly managerId?: string;
};

export type GroupSeed = Group & {
  readonly id: string;
  readonly displayName: string;
  readonly memberIds: readonly string[];
};

const system: Caller = { app: { id: "00000003-0000-0ff1-ce00-000000000000", name: "SharePoint" }, permissions: [] };

/** The same site has the same id again after a reset. */
function guidOf(ground: Ground, what: string): string {
  const hex = createHash("sha256").update(`${ground.tenantId} ${ground.hostname} ${what}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

const siteAtPath = (ground: Ground, path: string): SiteRow | undefined =>
  ground.database.one<SiteRow>("SELECT * FROM sites WHERE hostname = ? AND path = ?", ground.hostname, path);

function addSite(ground: Ground, { path, displayName, guids }: SiteSeed): void {
  if (siteAtPath(ground, path)) return;
  const [collection, web] = guids ?? [guidOf(ground, `collection ${path}`), guidOf(ground, `web ${path}`)];
  const id = [ground.hostname, collection, web].join(",");
  ground.database.run(
    "INSERT INTO sites VALUES (?, ?, ?, ?, ?, ?)",
    ...[id, ground.hostname, path, path.split("/").at(-1) ?? "", displayName, instant(ground.now())],
  );
  makeList(ground, siteBy(ground, id), { displayName: "Documents", template: "documentLibrary" }, system);
}

/** What every site has out of sight; older data may be without it. */
function addSystemParts(ground: Ground, { path }: SiteSeed): void {
  const site = siteAtPath(ground, path);
  if (!site) return;
  addSiteColumns(ground, site);
  addSystemList(ground, site, system);
}

function letIn(ground: Ground, { path, grants = [] }: SiteSeed): void {
  const site = siteAtPath(ground, path);
  for (const { app, roles } of site ? grants : []) giveGrant(ground, siteScope(site?.id ?? ""), app, roles);
}

/** Adds what is handed in and not there yet; what people changed since stays as it is. */
export function seed(
  ground: Ground,
  { sites, users, groups }: { sites: readonly SiteSeed[]; users: readonly UserSeed[]; groups: readonly GroupSeed[] },
): void {
  ground.database.transaction(() => {
    for (const site of [{ path: "", displayName: "Home" }, ...sites]) {
      addSite(ground, site);
      addSystemParts(ground, site);
      letIn(ground, site);
    }
    for (const { managerId, ...user } of users) {
      ground.database.run(
        "INSERT INTO users VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        ...[user.id, user.userPrincipalName, JSON.stringify(user)],
      );
      if (managerId === undefined) continue;
      ground.database.run("INSERT INTO managers VALUES (?, ?) ON CONFLICT DO NOTHING", user.id, managerId);
    }
    for (const { memberIds, ...group } of groups) {
      ground.database.run("INSERT INTO groups VALUES (?, ?) ON CONFLICT DO NOTHING", group.id, JSON.stringify(group));
      for (const member of memberIds) {
        ground.database.run("INSERT INTO members VALUES (?, ?) ON CONFLICT DO NOTHING", group.id, member);
      }
    }
  });
}
