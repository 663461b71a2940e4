import { createHash } from "node:crypto";
import { type Client, ResponseType } from "@microsoft/microsoft-graph-client";
import type { Claims, Clock } from "#domain/ports.ts";
import { statusOf, unavailable } from "./graph-error.ts";

interface Held {
  readonly owner: string;
  readonly until: string;
}

/**
 * Once-only keys. A claim is the file `<hash of key>.json` in the library `Claims`, created with
 * `conflictBehavior=fail`: created is mine, 409 is taken. It carries the owner and the end of the lease, so that a
 * process that comes back after a crash, or finds a lapsed lease, can go on.
 */
export function graphClaims(client: Client, drive: string, owner: string, clock: Clock): Claims {
  const pathOf = (key: string) => `${drive}/root:/${createHash("sha256").update(key).digest("hex")}.json:/content`;
  const put = (path: string, held: Held, conflict: "fail" | "replace") =>
    client
      .api(`${path}?@microsoft.graph.conflictBehavior=${conflict}`)
      .header("content-type", "application/json")
      .put(JSON.stringify(held));

  return {
    async take(key, leaseMinutes) {
      const now = clock();
      const until = new Date(Date.parse(now) + leaseMinutes * 60_000).toISOString();
      const path = pathOf(key);
      try {
        await put(path, { owner, until }, "fail");
        return true;
      } catch (error) {
        if (statusOf(error) !== 409) throw unavailable("claim", error);
      }
      const held = await heldAt(client, path);
      if (held && held.owner !== owner && held.until > now) return false;
      await put(path, { owner, until }, "replace");
      return true;
    },
  };
}

async function heldAt(client: Client, path: string): Promise<Held | undefined> {
  try {
    const answer: Response = await client.api(path).responseType(ResponseType.RAW).get();
    return (await answer.json()) as Held;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw unavailable("read claim", error);
  }
}
