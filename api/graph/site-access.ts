import type { Client } from "@microsoft/microsoft-graph-client";
import type { Permission } from "@microsoft/microsoft-graph-types";
import { everyPage } from "./every-page.ts";
import { statusOf } from "./graph-error.ts";

export interface Expected {
  /** Applications that may be let in: ours, and whoever provisions. */
  readonly apps: readonly string[];
  /** The two break-glass owners, by Entra object id. */
  readonly owners: readonly string[];
}

/** Who else is let in, and what could not be found out, in words. */
export interface SiteAccess {
  readonly drift: readonly string[];
  readonly unread: readonly string[];
}

/**
 * Everybody with access to the site but our application and its two owners, as far as Graph tells. It tells which
 * applications are granted the site to administrators alone, and never whether the site is left out of search.
 */
export async function siteAccess(client: Client, site: string, expected: Expected): Promise<SiteAccess> {
  const drift: string[] = [];
  const unread: string[] = [searchUnread];
  const look = async (what: string, path: string) => {
    try {
      const permissions = await everyPage<Permission>(client, path);
      drift.push(...permissions.flatMap((permission) => strangersIn(permission, what, expected)));
    } catch (error) {
      unread.push(`Who may reach ${what} could not be read: Microsoft Graph answered ${statusOf(error)}. ${byHand}`);
    }
  };
  await look("the site", `${site}/permissions`);
  for (const { id, name } of await everyPage<{ id: string; name: string }>(client, `${site}/drives`))
    await look(`the library “${name}”`, `/drives/${id}/root/permissions`);
  return { drift: [...new Set(drift)], unread };
}

const byHand = "An owner of the site looks at Site permissions in SharePoint.";

const searchUnread =
  "Whether the site is left out of search could not be read: Microsoft Graph does not tell. An owner looks at Site settings, Search and offline availability: “Allow this site to appear in search results” is No.";

function strangersIn(permission: Permission, what: string, { apps, owners }: Expected): readonly string[] {
  const { grantedToV2, grantedToIdentitiesV2, roles, link } = permission;
  const told = [grantedToV2, ...(grantedToIdentitiesV2 ?? [])].flatMap((each) => (each ? [each] : []));
  const may = `may ${(roles ?? []).join(", ") || "reach"} ${what}`;
  return [
    ...(link ? [`A sharing link ${may}. Remove it.`] : []),
    ...told.flatMap(({ application, user, group, siteGroup, siteUser }) => [
      ...(application && !apps.includes(application.id ?? "")
        ? [`The application ${called(application)} ${may}. Only Line of Sight should.`]
        : []),
      ...[user, siteUser]
        .filter((each) => each && !owners.includes(each.id ?? ""))
        .map((each) => `${called(each)} ${may}. Only the two owners for emergencies should.`),
      ...[group, siteGroup]
        .filter((each) => each !== undefined && each !== null)
        .map((each) => `The group ${called(each)} ${may}. Nobody should by a group.`),
    ]),
  ];
}

const called = (identity: { displayName?: string | null; id?: string | null } | null | undefined): string =>
  `${identity?.displayName || "without a name"} (${identity?.id ?? "no id"})`;
