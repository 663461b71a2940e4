import type { Caller } from "./call.ts";
import { accessDenied, GraphError } from "./graph-error.ts";
import type { Need } from "./route.ts";
import { mayHaveSites } from "./site-role.ts";

const people = ["User.Read.All", "User.ReadBasic.All", "Directory.Read.All"];
const groups = ["Group.Read.All", "GroupMember.Read.All", "Directory.Read.All"];

const holds = (caller: Caller, wanted: readonly string[]): boolean =>
  wanted.some((one) => caller.permissions.includes(one));

const enough: Readonly<Record<Need, (caller: Caller) => boolean>> = {
  sites: mayHaveSites,
  resource: mayHaveSites,
  users: (caller) => holds(caller, people),
  groups: (caller) => holds(caller, groups),
  me: (caller) => caller.user === undefined || holds(caller, ["User.Read", ...people]),
};

/** Throws 403 unless the token carries what a route needs. */
export function checkPermission(caller: Caller, needs: Need): void {
  if (enough[needs](caller)) return;
  if (needs === "sites" || needs === "resource") throw accessDenied();
  throw new GraphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
}
