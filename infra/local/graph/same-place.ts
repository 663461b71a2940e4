import type { Ground } from "./call.ts";
import { defaultDrive } from "./drive.ts";
import { notFound } from "./graph-error.ts";
import { listIn } from "./list.ts";
import { siteAt, siteBy } from "./sites.ts";

const bySitePath = /^\/sites\/([^/:]+):\/([^:]+):(\/.+)$/;
const siteDrives = /^\/sites\/([^/:]+)\/drives\/([^/:]+)(\/.*)?$/;
const siteDrive = /^\/sites\/([^/:]+)\/drive(\/.*)?$/;
const listDrive = /^\/sites\/([^/:]+)\/lists\/([^/:]+)\/drive(\/.*)?$/;

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
  if (!ofList) return path;
  const site = siteBy(ground, decodeURIComponent(ofList[1] ?? ""));
  const { driveId } = listIn(ground, site, decodeURIComponent(ofList[2] ?? ""));
  if (driveId === null) throw notFound("The list is not a document library.");
  return `/drives/${encodeURIComponent(driveId)}${ofList[3] ?? ""}`;
}
