import type { Caller } from "./call.ts";
import { accessDenied, GraphError } from "./graph-error.ts";
import type { Need } from "./route.ts";
import { mayHaveSites } from "./site-role.ts";

const people = ["User.Read.All", "User.ReadBasic.All", "User.ReadWrite.All", "Directory.Read.All"];
const photos = ["ProfilePhoto.ReadWrite.All", "User.ReadWrite.All"];
const groups = ["Group.Read.All", "GroupMember.Read.All", "Directory.Read.All"];

const holds = (caller: Caller, wanted: readonly string[]): boolean =>
  wanted.some((one) => caller.permissions.includes(one));

const matches = (caller: Caller, pattern: RegExp): boolean => caller.permissions.some((one) => pattern.test(one));

type Parameters = Readonly<Record<string, string>>;

const isSelf = ({ user }: Caller, parameters: Parameters): boolean =>
  user !== undefined && user.id === parameters["user-id"]?.toLowerCase();

const enough: Readonly<Record<Need, (caller: Caller, parameters: Parameters) => boolean>> = {
  sites: mayHaveSites,
  resource: mayHaveSites,
  users: (caller, parameters) => holds(caller, people) || (isSelf(caller, parameters) && holds(caller, ["User.Read"])),
  "changing users": (caller, parameters) =>
    holds(caller, photos) || (isSelf(caller, parameters) && holds(caller, ["User.ReadWrite"])),
  people: (caller, parameters) =>
    holds(caller, ["People.Read.All"]) || (isSelf(caller, parameters) && holds(caller, ["People.Read"])),
  groups: (caller) => holds(caller, groups),
  apps: (caller) => matches(caller, /^TeamsAppInstallation\.Read\w*ForUser/),
  "changing apps": (caller) => matches(caller, /^TeamsAppInstallation\.ReadWrite\w*ForUser/),
  notifying: (caller) => matches(caller, /^TeamsActivity\.Send/),
};

/** Throws 403 unless the token carries what a route needs; for oneself less is enough. */
export function checkPermission(caller: Caller, needs: Need, parameters: Parameters): void {
  if (enough[needs](caller, parameters)) return;
  if (needs === "sites" || needs === "resource") throw accessDenied();
  throw new GraphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
}
