import type { Caller, Ground } from "./call.ts";
import { defaultDrive } from "./drive.ts";
import { GraphError, notFound } from "./graph-error.ts";
import { listIn } from "./list.ts";
import { siteAt, siteBy } from "./sites.ts";

const bySitePath = /^\/sites\/([^/:]+):\/([^:]+):(\/.+)$/;
const siteDrives = /^\/sites\/([^/:]+)\/drives\/([^/:]+)(\/.*)?$/;
const siteDrive = /^\/sites\/([^/:]+)\/drive(\/.*)?$/;
const listDrive = /^\/sites\/([^/:]+)\/lists\/([^/:]+)\/drive(\/.*)?$/;

/** Paths under `/me` are about whoever asks. Throws 400 for an application, which is nobody. */
export function forMe(path: string, { user }: Caller): string {
  const mine = /^\/me(\/.*)?$/i.exec(path);
  if (!mine) return path;
  if (!user) throw new GraphError(400, "BadRequest", "/me request is only valid with delegated authentication flow.");
  return `/users/${user.id}${mine[1] ?? ""}`;
}

const itemDelta = /(?<=^\/sites\/[^/:]+\/lists\/[^/:]+\/items)\/(?:microsoft\.graph\.)?delta\(\)$/;

/** One path for each thing Graph can address in several ways: sites by path, drives through their site or list. */
export function samePlace(ground: Ground, path: string): string {
  const at = bySitePath.exec(path);
  if (at) {
    const [, hostname = "", relative = "", rest = ""] = at;
    const site = siteAt(ground, hostname, decodeURIComponent(relative));
    return samePlace(ground, `/sites/${encodeURIComponent(site.id)}${rest}`);
  }
  const among = siteDrives.exec(path);
  if (among) {
    siteBy(ground, decodeURIComponent(among[1] ?? ""));
    return `/drives/${among[2]}${among[3] ?? ""}`;
  }
  const main = siteDrive.exec(path);
  if (main) {
    const site = siteBy(ground, decodeURIComponent(main[1] ?? ""));
    return `/drives/${encodeURIComponent(defaultDrive(ground, site))}${main[2] ?? ""}`;
  }
  const ofList = listDrive.exec(path);
  if (!ofList) return path.replace(itemDelta, "/delta");
  const site = siteBy(ground, decodeURIComponent(ofList[1] ?? ""));
  const { driveId } = listIn(ground, site, decodeURIComponent(ofList[2] ?? ""));
  if (driveId === null) throw notFound("The list is not a document library.");
  return `/drives/${encodeURIComponent(driveId)}${ofList[3] ?? ""}`;
}
