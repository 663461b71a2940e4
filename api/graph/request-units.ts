/** What a call costs of Microsoft's limit for one app in one tenant (Graph throttling guidance, SharePoint resource units). */
const READ_ONE = 1;
const LIST_OR_WRITE = 2;
const PERMISSIONS = 5;

const single = /\/(?:items|lists|columns|drives)\/[^/]+$|\/fields$|\/content$|\/root$|:$/;

/** Resource units of one call; of a `$batch`, of all that is in it. */
export function requestUnits(method: string, url: string, body?: unknown): number {
  const { pathname, searchParams } = new URL(url, "https://graph.microsoft.com");
  if (pathname.endsWith("/$batch")) return unitsOfBatch(body);
  if (/\/permissions(?:\/|$)/.test(pathname)) return PERMISSIONS;
  if (method !== "GET") return LIST_OR_WRITE;
  if (pathname.endsWith("/delta")) return searchParams.has("token") ? READ_ONE : LIST_OR_WRITE;
  return single.test(pathname) || !isGraph(url) ? READ_ONE : LIST_OR_WRITE;
}

const isGraph = (url: string) => new URL(url, "https://graph.microsoft.com").host === "graph.microsoft.com";

function unitsOfBatch(body: unknown): number {
  const { requests }: { requests: { method: string; url: string }[] } = JSON.parse(String(body));
  return requests.reduce((sum, { method, url }) => sum + requestUnits(method, url), 0);
}
