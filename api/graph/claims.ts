import { createHash } from "node:crypto";
import { type Client, ResponseType } from "@microsoft/microsoft-graph-client";
import type { Claims, Clock } from "#domain/ports.ts";
import { statusOf, unavailable } from "./graph-error.ts";

/** How a claim came to be held: made just now, held by this process before, or taken over from one that let it lapse. */
export type Hold = "new" | "again" | "taken-over";

export interface GraphClaims extends Claims {
  /** False when another process holds the key. */
  hold(key: string, leaseMinutes: number): Promise<Hold | false>;
}

interface Held {
  readonly owner: string;
  readonly until: string;
}

/**
 * Once-only keys. A claim is the file `<hash of key>.json` in the library `Claims`, created with
 * `conflictBehavior=fail`: created is mine, 409 is taken. It carries the owner and the end of the lease, so that a
 * process that comes back after a crash, or finds a lapsed lease, can go on.
 */
export function graphClaims(client: Client, drive: string, owner: string, clock: Clock): GraphClaims {
  const itemOf = (key: string) => `${drive}/root:/${createHash("sha256").update(key).digest("hex")}.json:`;
  const put = (item: string, held: Held, condition: { readonly etag?: string }) => {
    const conflict = condition.etag === undefined ? "fail" : "replace";
    const request = client
      .api(`${item}/content?@microsoft.graph.conflictBehavior=${conflict}`)
      .header("content-type", "application/json");
    if (condition.etag !== undefined) request.header("If-Match", condition.etag);
    return request.put(JSON.stringify(held));
  };

  const hold = async (key: string, leaseMinutes: number): Promise<Hold | false> => {
    const now = clock();
    const until = new Date(Date.parse(now) + leaseMinutes * 60_000).toISOString();
    const item = itemOf(key);
    try {
      await put(item, { owner, until }, {});
      return "new";
    } catch (error) {
      if (statusOf(error) !== 409) throw unavailable("claim", error);
    }
    const { held, etag } = await heldAt(client, item);
    if (held.owner === owner) return "again";
    return held.until > now ? false : takeOver(item, until, etag);
  };

  const takeOver = async (item: string, until: string, etag: string): Promise<Hold | false> => {
    try {
      await put(item, { owner, until }, { etag });
      return "taken-over";
    } catch (error) {
      if (statusOf(error) !== 412) throw unavailable("take over a claim", error);
    }
    // Somebody was faster, or it was this process and only the answer to its first try was lost.
    return (await heldAt(client, item)).held.owner === owner ? "taken-over" : false;
  };
  return { hold, take: async (key, leaseMinutes) => (await hold(key, leaseMinutes)) !== false };
}

/** Who holds a claim, and the version that says so: a lapsed lease is taken over by one process only. */
async function heldAt(client: Client, item: string): Promise<{ readonly held: Held; readonly etag: string }> {
  try {
    const { eTag }: { eTag: string } = await client.api(item).get();
    const answer: Response = await client.api(`${item}/content`).responseType(ResponseType.RAW).get();
    return { held: (await answer.json()) as Held, etag: eTag };
  } catch (error) {
    throw unavailable("read claim", error);
  }
}
