import type { Site } from "@microsoft/microsoft-graph-types";
import { json } from "../http/answer.ts";
import { type Call, type Ground, type Handler, parameter } from "./call.ts";
import { notFound } from "./graph-error.ts";
import { inMemoryPage } from "./in-memory-page.ts";
import { collection, entity } from "./shape.ts";

export interface SiteRow {
  /** `hostname,siteCollectionGuid,webGuid`. */
  readonly id: string;
  readonly hostname: string;
  /** `/sites/line-of-sight`; the root site's is empty. */
  readonly path: string;
  readonly name: string;
  readonly displayName: string;
  readonly created: string;
}

export const siteUrl = (site: SiteRow): string => `https://${site.hostname}${site.path}`;

/** A person's own, where their files are. */
export const isPersonal = (site: SiteRow): boolean => site.path.startsWith("/personal/");

/** What Graph calls the drives of a site. */
export const driveType = (site: SiteRow): string => (isPersonal(site) ? "business" : "documentLibrary");

/** What SharePoint's own interfaces call a site by. */
export const siteIds = (site: SiteRow): { siteId: string; siteUrl: string; webId: string } => {
  const [, siteId = "", webId = ""] = site.id.split(",");
  return { siteId, siteUrl: siteUrl(site), webId };
};

/** A site by its whole id, or by the GUID of its collection or web. Throws itemNotFound. */
export function siteBy(ground: Ground, id: string): SiteRow {
  const site =
    id === "root"
      ? ground.database.one<SiteRow>("SELECT * FROM sites WHERE path = '' AND hostname = ?", ground.hostname)
      : ground.database.one<SiteRow>(
          "SELECT * FROM sites WHERE id = ?1 COLLATE NOCASE OR id LIKE '%,' || ?1 || ',%' OR id LIKE '%,' || ?1 OR (hostname = ?1 AND path = '')",
          id.replace(/[%_]/g, ""),
        );
  if (!site) throw notFound("Requested site could not be found");
  return site;
}

/** A site by host name and server-relative path. Throws itemNotFound. */
export function siteAt(ground: Ground, hostname: string, path: string): SiteRow {
  const site = ground.database.one<SiteRow>(
    "SELECT * FROM sites WHERE hostname = ? AND path = ? COLLATE NOCASE",
    hostname.toLowerCase(),
    `/${path}`.replace(/^\/+/, "/").replace(/\/+$/, ""),
  );
  if (!site) throw notFound("Requested site could not be found");
  return site;
}

const told = (site: SiteRow): Site => ({
  createdDateTime: site.created,
  description: "",
  id: site.id,
  lastModifiedDateTime: site.created,
  name: site.name,
  webUrl: siteUrl(site),
  displayName: site.displayName,
  isPersonalSite: isPersonal(site),
  sharepointIds: siteIds(site),
  // Each site here is the top one of a collection of its own.
  root: {},
  siteCollection: { hostname: site.hostname },
});

const answer = (call: Call, site: SiteRow) => json(entity("sites", told(site), call.query));

export const getSite: Handler = (call) => answer(call, siteBy(call, parameter(call, "site-id")));

export const getSiteByPath: Handler = (call) =>
  answer(call, siteAt(call, parameter(call, "hostname"), parameter(call, "relative-path")));

export const searchSites: Handler = (call) => {
  const words = (call.query.other("search") ?? call.query.option("search") ?? "").replace(/[*"]/g, "").toLowerCase();
  const found = call.database
    .all<SiteRow>("SELECT * FROM sites WHERE path NOT LIKE '/personal/%' ORDER BY path")
    .filter((site) => `${site.name} ${site.displayName}`.toLowerCase().includes(words));
  return json(collection("sites", call.path, call.query, inMemoryPage(found.map(told), call.query)));
};
