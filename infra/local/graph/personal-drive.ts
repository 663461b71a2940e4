import { randomUUID } from "node:crypto";
import { type Caller, type Ground, instant } from "./call.ts";
import { defaultDrive } from "./drive.ts";
import { accessDenied, notFound } from "./graph-error.ts";
import { makeList } from "./make-list.ts";
import { mayHaveSites } from "./site-role.ts";
import { type SiteRow, siteBy } from "./sites.ts";

const ownDrive = /^\/users\/([^/:]+)\/drive(\/.*)?$/i;
const sharePoint = { id: "00000003-0000-0ff1-ce00-000000000000", name: "SharePoint" };

interface Person {
  readonly id: string;
  readonly upn: string;
  readonly data: string;
}

/** `meadowbank.sharepoint.com` keeps people's own files on `meadowbank-my.sharepoint.com`. */
export const personalHostname = (hostname: string): string => hostname.replace(/^([^.]+)/, "$1-my");

function openSite(ground: Ground, { id, upn, data }: Person, path: string): SiteRow {
  const hostname = personalHostname(ground.hostname);
  const { displayName } = JSON.parse(data) as { displayName: string };
  const siteId = [hostname, randomUUID(), randomUUID()].join(",");
  ground.database.run(
    "INSERT INTO sites VALUES (?, ?, ?, ?, ?, ?)",
    ...[siteId, hostname, path, upn, displayName, instant(ground.now())],
  );
  const site = siteBy(ground, siteId);
  const owner: Caller = { app: sharePoint, user: { id, name: displayName }, permissions: [] };
  makeList(ground, site, { displayName: "Documents", template: "documentLibrary" }, owner);
  return site;
}

/** The drive of a person, made when it is first asked for, as the service does. Throws itemNotFound. */
function driveOfPerson(ground: Ground, idOrName: string): string {
  const person = ground.database.one<Person>("SELECT * FROM users WHERE id = lower(?1) OR upn = ?1", idOrName);
  if (!person) throw notFound("User's mysite not found.");
  const path = `/personal/${person.upn.replace(/[^A-Za-z0-9]/g, "_")}`;
  const site = ground.database.one<SiteRow>("SELECT * FROM sites WHERE path = ? COLLATE NOCASE", path);
  return defaultDrive(ground, site ?? ground.database.transaction(() => openSite(ground, person, path)));
}

/** `/users/{id}/drive/…` as the path of that drive. Throws 403 for a caller no site is open to. */
export function throughPerson(ground: Ground, path: string, caller: Caller): string {
  const [, person = "", rest = ""] = ownDrive.exec(path) ?? [];
  if (person === "") return path;
  if (!mayHaveSites(caller)) throw accessDenied();
  return `/drives/${encodeURIComponent(driveOfPerson(ground, decodeURIComponent(person)))}${rest}`;
}
