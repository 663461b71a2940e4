import type { Client } from "@microsoft/microsoft-graph-client";
import type { Clock } from "#domain/ports.ts";
import { changeFeed } from "#domain/registers/change-feed.ts";
import { batch } from "./batch.ts";
import { isTooOld, type List } from "./list.ts";
import { filterFor } from "./odata.ts";
import type { Pace } from "./pace.ts";

const DAY_MS = 86_400_000;
const KEPT_DAYS = 7;
/** Rounds of removing in one go, so that a long neglected feed is emptied bit by bit. */
const ROUNDS = 25;
const AT_ONCE = 20;

export interface FeedParts {
  readonly client: Client;
  readonly list: List;
  readonly pace: Pace;
  readonly clock: Clock;
  /** What this process calls itself in the feed: its own writes are no news to it. */
  readonly process: string;
}

/** The one list that is polled: every write of every process adds to it which list it was in. */
export class FeedFollower {
  readonly #parts: FeedParts;
  #token: string | undefined;
  #readAt = "";

  constructor(parts: FeedParts) {
    this.#parts = parts;
  }

  /**
   * The lists other processes changed since the time before; `everything` the first time, after longer away than the feed
   * is kept, and when SharePoint no longer knows since when.
   */
  async read(): Promise<"everything" | readonly string[]> {
    const { list, clock, process } = this.#parts;
    const now = clock();
    const wasAway = this.#token === undefined || Date.parse(now) - Date.parse(this.#readAt) > (KEPT_DAYS - 1) * DAY_MS;
    try {
      const { items, token } = await list.changes(wasAway ? "latest" : this.#token);
      this.#token = token;
      this.#readAt = now;
      if (wasAway) return "everything";
      return [
        ...new Set(items.filter(({ fields }) => fields.process !== process).map(({ fields }) => `${fields.list}`)),
      ];
    } catch (error) {
      if (!isTooOld(error)) throw error;
      this.#token = undefined;
      return this.read();
    }
  }

  /** Takes away what is older than seven days: every process has long read it, or reads everything anew. Answers how many. */
  async removeOld(): Promise<number> {
    const { client, list, pace, clock } = this.#parts;
    const before = new Date(Date.parse(clock()) - KEPT_DAYS * DAY_MS).toISOString();
    const old = filterFor(changeFeed)("at", "lt", before);
    let removed = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const ids = await list.idsWhere(old, AT_ONCE);
      if (ids.length === 0) break;
      const requests = ids.map((id) => ({ id, method: "DELETE", url: list.itemPath(id) }) as const);
      const answers = await batch(client, requests, pace);
      removed += answers.filter(({ status }) => status === 204).length;
    }
    return removed;
  }
}
