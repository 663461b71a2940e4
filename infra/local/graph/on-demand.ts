import { randomBytes } from "node:crypto";
import { type Answer, json, noContent } from "../http/answer.ts";
import type { Incoming } from "../http/incoming.ts";
import type { Ground } from "./call.ts";

const resyncCodes = ["resyncChangesApplyDifferences", "resyncChangesUploadDifferences"] as const;
type ResyncCode = (typeof resyncCodes)[number];

const kept = (ground: Ground, key: string): string | undefined =>
  ground.database.one<{ value: string }>("SELECT value FROM meta WHERE key = ?", key)?.value;

const keep = (ground: Ground, key: string, value: string): void => {
  ground.database.run("INSERT INTO meta VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2", key, value);
};

/** What a stale delta token is answered with. */
export const resyncCode = (ground: Ground): ResyncCode =>
  resyncCodes.find((code) => code === kept(ground, "resync")) ?? "resyncChangesApplyDifferences";

/** Whether this page is to be empty and yet lead to another, as real ones can be. Takes one of those asked for. */
export function takeEmptyPage(ground: Ground): boolean {
  const left = Number(kept(ground, "emptyPages") ?? 0);
  if (left > 0) keep(ground, "emptyPages", String(left - 1));
  return left > 0;
}

function asked(body: Buffer): Readonly<Record<string, unknown>> {
  const value: unknown = body.length === 0 ? {} : JSON.parse(body.toString("utf8"));
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** What the service does when told to, by method and name below `/_control/`. */
export const demands = {
  "POST empty-pages": {
    tells: "The next `count` pages of rows or changes (1 without it) are empty and yet lead to another.",
  },
  "POST resync": {
    tells:
      "Every delta token given out so far is stale: 410 by `code`, resyncChangesApplyDifferences or resyncChangesUploadDifferences.",
  },
} as const;

/** Serves what is in {@link demands}. */
export class OnDemand {
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  serves(path: string): boolean {
    return Object.keys(demands).some((name) => path === `/_control/${name.split(" ")[1]}`);
  }

  answer({ method, url, headers, body }: Incoming): Answer {
    // A page in a browser on this machine must not reach it.
    if (headers.origin !== undefined) return json({ error: "Not for browsers." }, 403);
    if (method !== "POST") return json({ error: `There is no control ${method} ${url.pathname}.` }, 404);
    let said: Readonly<Record<string, unknown>>;
    try {
      said = asked(body);
    } catch {
      return json({ error: "A JSON object is expected." }, 400);
    }
    return url.pathname.endsWith("/resync") ? this.#resync(said.code) : this.#emptyPages(said.count);
  }

  #emptyPages(count: unknown = 1): Answer {
    if (!Number.isSafeInteger(count) || Number(count) < 0) return json({ error: "count is 0 or more." }, 400);
    keep(this.#ground, "emptyPages", String(count));
    return noContent;
  }

  /** Makes every delta token given out so far stale. */
  #resync(code: unknown = resyncCodes[0]): Answer {
    if (!resyncCodes.some((one) => one === code)) return json({ error: `code is ${resyncCodes.join(" or ")}.` }, 400);
    keep(this.#ground, "resync", String(code));
    keep(this.#ground, "epoch", randomBytes(8).toString("hex"));
    return noContent;
  }
}
