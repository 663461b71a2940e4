import type { Caller, Ground } from "./call.ts";
import { driveBy } from "./drive.ts";
import { grantsOn, itemScope, listScope, siteScope } from "./grant.ts";
import { accessDenied, GraphError } from "./graph-error.ts";
import { itemIn } from "./item.ts";
import { type ListRow, listIn } from "./list.ts";
import { type SiteRow, siteAt, siteBy } from "./sites.ts";

/** How far a caller may go, from least to most. `govern` is full control of every site of the tenant. */
const roles = ["none", "read", "write", "manage", "own", "govern"] as const;
export type Role = (typeof roles)[number];

const atLeast = (held: Role, wanted: Role): boolean => roles.indexOf(held) >= roles.indexOf(wanted);
const greatest = (held: readonly Role[]): Role =>
  held.reduce<Role>((one, other) => (atLeast(one, other) ? one : other), "none");

/** Permissions over every site. */
const everywhere: Readonly<Record<string, Role>> = {
  "Sites.Read.All": "read",
  "Sites.ReadWrite.All": "write",
  "Sites.Manage.All": "manage",
  "Sites.FullControl.All": "govern",
};
const everyFile: Readonly<Record<string, Role>> = { "Files.Read.All": "read", "Files.ReadWrite.All": "write" };

/** Roles a grant can give. */
export const grantRoles: Readonly<Record<string, Role>> = {
  read: "read",
  write: "write",
  manage: "manage",
  owner: "own",
  fullcontrol: "own",
};

const isSelected = (permission: string): boolean => permission.endsWith(".Selected");

/** Whether a token says anything about sites at all. */
export const mayHaveSites = ({ user, permissions }: Caller): boolean =>
  // People have no rights on the sites here: only an application comes in.
  user === undefined && permissions.some((one) => one in everywhere || one in everyFile || isSelected(one));

type Parameters = Readonly<Record<string, string>>;

interface Place {
  readonly site: SiteRow;
  readonly list?: ListRow;
  readonly item?: number;
}

/** The site, list and row a request is about; undefined for none, or one that is not there. */
function placeOf(ground: Ground, parameters: Parameters): Place | undefined {
  const { "site-id": siteId, "list-id": listId, "item-id": itemId, "drive-id": driveId, hostname } = parameters;
  try {
    if (driveId !== undefined) return driveBy(ground, driveId);
    if (hostname !== undefined) return { site: siteAt(ground, hostname, parameters["relative-path"] ?? "") };
    if (siteId === undefined) return undefined;
    const site = siteBy(ground, siteId);
    if (listId === undefined) return { site };
    const list = listIn(ground, site, listId);
    if (itemId === undefined || list.driveId !== null) return { site, list };
    return { site, list, item: itemIn(ground, list, itemId).id };
  } catch (error) {
    if (error instanceof GraphError) return undefined;
    throw error;
  }
}

/** How far a caller may go in one place: tenant-wide permissions, and grants under the permission that admits them. */
export function roleIn(ground: Ground, caller: Caller, place: Place): Role {
  const admits: readonly (readonly [string, string | undefined])[] = [
    ["Sites.Selected", siteScope(place.site.id)],
    ["Lists.SelectedOperations.Selected", place.list && listScope(place.list.id)],
    [
      "ListItems.SelectedOperations.Selected",
      place.list && place.item !== undefined ? itemScope(place.list.id, place.item) : undefined,
    ],
  ];
  const granted = admits.flatMap(([permission, scope]) =>
    scope === undefined || !caller.permissions.includes(permission)
      ? []
      : grantsOn(ground, scope).filter(({ app }) => app.id.toLowerCase() === caller.app.id.toLowerCase()),
  );
  const isLibrary = place.list !== undefined && place.list.driveId !== null;
  return greatest([
    ...caller.permissions.map((one) => everywhere[one] ?? (isLibrary ? everyFile[one] : undefined) ?? "none"),
    ...granted.flatMap((grant) => grant.roles.map((role) => grantRoles[role] ?? "none")),
  ]);
}

/**
 * Throws 403 unless the caller may go as far as `wanted` where the request points. `Sites.Selected` alone opens nothing:
 * without a grant on the place it is refused. What is not there is left to the route to say.
 */
export function checkRole(ground: Ground, caller: Caller, parameters: Parameters, wanted: Role): void {
  if (!mayHaveSites(caller)) throw accessDenied();
  const place = placeOf(ground, parameters);
  if (place) {
    if (!atLeast(roleIn(ground, caller, place), wanted)) throw accessDenied();
    return;
  }
  const tenantWide = greatest(caller.permissions.map((one) => everywhere[one] ?? everyFile[one] ?? "none"));
  const isNamed = Object.keys(parameters).length > 0;
  if (!isNamed && !atLeast(tenantWide, wanted)) throw accessDenied();
}
