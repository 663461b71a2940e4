import { itemPermissions, listPermissions, sitePermissions } from "./permissions.ts";
import type { Route } from "./route.ts";
import type { Role } from "./site-role.ts";
import { get, getSeveral, patch, post, remove } from "./told-route.ts";

/** Resource units of anything about permissions. */
const units = 5;

const permissionRoutesOf = (place: string, of: typeof sitePermissions, role: Role): readonly Route[] => {
  const one = `${place}/permissions/{permission-id}`;
  return [
    getSeveral(`${place}/permissions`, of.list, { units, role, options: ["select", "top", "skiptoken"] }),
    post(`${place}/permissions`, of.create, { units, role }),
    get(one, of.get, { units, role }),
    patch(one, of.update, { units, role }),
    remove(one, of.remove, { units, role }),
  ];
};

const list = "/sites/{site-id}/lists/{list-id}";

/** Which applications are let in. A site's own grants need full control of the tenant's sites. */
export const permissionRoutes: readonly Route[] = [
  ...permissionRoutesOf("/sites/{site-id}", sitePermissions, "govern"),
  ...permissionRoutesOf(list, listPermissions, "own"),
  ...permissionRoutesOf(`${list}/items/{item-id}`, itemPermissions, "own"),
];
