import { type GraphAnswer, type Started, tenant } from "../started.testing.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A fresh document library, and the ways tests reach it. */
export interface Library {
  readonly name: string;
  readonly driveId: string;
  /** `/drives/{id}`. */
  readonly drive: string;
  put(path: string, content: string, headers?: Readonly<Record<string, string>>): Promise<GraphAnswer>;
  /** A call below the drive, e.g. `ask("GET", "root/children")`; the first slash may be left out. */
  ask(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<GraphAnswer>;
  /** Goes where a real client goes for an address on the site's own host, with no token. */
  onSiteHost(url: string, init?: RequestInit): Promise<Response>;
  /** What a redirect to the site's host leads to. */
  text(path: string): Promise<string>;
}

let count = 0;

export async function openLibrary(local: Started, columns: readonly object[] = []): Promise<Library> {
  const name = `Papers ${++count}`;
  const asked = { displayName: name, list: { template: "documentLibrary" }, columns };
  const { body } = await local.graph("POST", `/sites/${local.siteId}/lists`, asked);
  const driveId = (await local.graph("GET", `/sites/${local.siteId}/lists/${body.id}/drive`)).body.id;
  const drive = `/drives/${driveId}`;
  const ask: Library["ask"] = (method, path, sent, headers) =>
    local.graph(method, `${drive}${path.replace(/^(?=[^/])/, "/")}`, sent, headers);
  const onSiteHost: Library["onSiteHost"] = (url, init) => {
    const { host, pathname, search } = new URL(url);
    if (host !== tenant.hostname) throw new Error(`${host} is not the site's host`);
    return fetch(`${local.url}${pathname}${search}`, init);
  };
  return {
    name,
    driveId,
    drive,
    ask,
    onSiteHost,
    put: (path, content, headers) => ask("PUT", `/root:/${path}:/content`, bytes(content), headers),
    text: async (path) => (await onSiteHost((await ask("GET", path)).headers.get("location") ?? "")).text(),
  };
}
