import type { Incoming } from "../http/incoming.ts";
import type { Ground } from "./call.ts";
import { driveBy } from "./drive.ts";
import { GraphError } from "./graph-error.ts";
import { listIn } from "./list.ts";
import type { Query } from "./query.ts";
import type { Match, Route } from "./route.ts";
import { siteBy } from "./sites.ts";
import type { CallSite } from "./watch.ts";

/** Microsoft counts reading permissions along with something as it counts reading them. */
const PERMISSIONS_UNITS = 5;

/** The list or library a request is about, by name. */
function about(ground: Ground, { parameters }: Match): string | undefined {
  const { "site-id": siteId, "list-id": listId, "drive-id": driveId } = parameters;
  try {
    if (driveId !== undefined) return driveBy(ground, driveId).list.displayName;
    if (siteId !== undefined && listId !== undefined) return listIn(ground, siteBy(ground, siteId), listId).displayName;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
  }
  return undefined;
}

/** E.g. `POST /sites/{site-id}/lists/{list-id}/items [cycles]`. Reading delta with a token costs one unit, without two. */
export function callSite(ground: Ground, route: Route, match: Match, query: Query): CallSite {
  const name = about(ground, match);
  const isFirstDelta = match.template.endsWith("/delta") && query.other("token") === undefined;
  return {
    name: `${route.method} ${match.template}${name === undefined ? "" : ` [${name}]`}`,
    units: query.expanded().has("permissions") ? PERMISSIONS_UNITS : isFirstDelta ? 2 : route.units,
  };
}

export const uploadSite = (ground: Ground, method: string, driveId: string): CallSite => ({
  name: `${method} {upload-url} [${driveBy(ground, driveId).list.displayName}]`,
  units: method === "GET" ? 1 : 2,
});

export const monitorSite = (method: string): CallSite => ({ name: `${method} {monitor-url}`, units: 1 });

export function downloadSite(ground: Ground, incoming: Incoming): CallSite {
  const name = about(ground, {
    template: "",
    parameters: { "drive-id": incoming.url.searchParams.get("drive") ?? "" },
  });
  return { name: `GET {download-url}${name === undefined ? "" : ` [${name}]`}`, units: 1 };
}
