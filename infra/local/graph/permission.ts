import type { Caller } from "./call.ts";
import { accessDenied, GraphError } from "./graph-error.ts";
import type { Need } from "./route.ts";

const people = ["User.Read.All", "User.ReadBasic.All", "Directory.Read.All"];
const groups = ["Group.Read.All", "GroupMember.Read.All", "Directory.Read.All"];

const holds = (caller: Caller, wanted: readonly string[]): boolean =>
  wanted.some((one) => caller.permissions.includes(one));

const enough: Readonly<Record<Need, (caller: Caller) => boolean>> = {
  // People have no rights on the sites here: only an application with a Sites permission comes in.
  sites: (caller) => caller.user === undefined && caller.permissions.some((one) => one.startsWith("Sites.")),
  users: (caller) => holds(caller, people),
  groups: (caller) => holds(caller, groups),
  me: (caller) => caller.user === undefined || holds(caller, ["User.Read", ...people]),
};

/** Throws 403 unless the token carries what a route needs. */
export function checkPermission(caller: Caller, needs: Need): void {
  if (enough[needs](caller)) return;
  if (needs === "sites") throw accessDenied();
  throw new GraphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
}
