import { setTimeout } from "node:timers/promises";
import type { Ground } from "./call.ts";
import { driveBy } from "./drive.ts";
import { GraphError } from "./graph-error.ts";
import { listIn } from "./list.ts";
import { siteBy } from "./sites.ts";
import { liveSubscriptions, type SubscriptionRow, subscriptionIn } from "./subscription.ts";

/** A subscriber must answer within this. */
const ANSWER_MS = 3000;
/** Waits before it is told again; after the last one the change is not told any more. Graph itself goes on for hours. */
const waits: readonly number[] = [1000, 4000, 16_000];

/** Tells subscribers that something in a list or library changed: never what, and several changes at once as one. */
export class Notifier {
  readonly #ground: Ground;
  readonly #waits: readonly number[];
  readonly #stop = new AbortController();
  readonly #waiting = new Set<string>();
  readonly #telling = new Set<Promise<void>>();

  constructor(ground: Ground, retryWaits: readonly number[] = waits) {
    this.#ground = ground;
    this.#waits = retryWaits;
  }

  /** Something below these path parameters was changed. */
  changed(parameters: Readonly<Record<string, string>>): void {
    const subscriptions = liveSubscriptions(this.#ground);
    if (subscriptions.length === 0) return;
    const listId = this.#listId(parameters);
    for (const row of subscriptions) if (row.listId === listId && !this.#waiting.has(row.id)) this.#tell(row);
  }

  #listId({ "site-id": siteId, "list-id": listId, "drive-id": driveId }: Readonly<Record<string, string>>) {
    try {
      if (driveId !== undefined) return driveBy(this.#ground, driveId).list.id;
      if (siteId === undefined || listId === undefined) return undefined;
      return listIn(this.#ground, siteBy(this.#ground, siteId), listId).id;
    } catch (error) {
      if (error instanceof GraphError) return undefined;
      throw error;
    }
  }

  #tell(row: SubscriptionRow): void {
    this.#waiting.add(row.id);
    const told = this.#deliver(row).finally(() => this.#telling.delete(told));
    this.#telling.add(told);
  }

  async #deliver(row: SubscriptionRow): Promise<void> {
    await this.#pause(0);
    // What changes from here on is told by itself.
    this.#waiting.delete(row.id);
    for (const wait of [...this.#waits, undefined]) {
      if (this.#stop.signal.aborted || (await this.#post(row)) || wait === undefined) return;
      await this.#pause(wait);
    }
  }

  async #post(row: SubscriptionRow): Promise<boolean> {
    const { notificationUrl, clientState, resource, expirationDateTime } = subscriptionIn(row);
    const notification = {
      subscriptionId: row.id,
      clientState,
      resource,
      tenantId: this.#ground.tenantId,
      resourceData: { "@odata.type": "#Microsoft.Graph.ListItem" },
      subscriptionExpirationDateTime: expirationDateTime,
      changeType: "updated",
    };
    try {
      const answer = await fetch(notificationUrl ?? "", {
        method: "POST",
        headers: { "content-type": "application/json; charset=utf-8" },
        body: JSON.stringify({ value: [notification] }),
        redirect: "manual",
        signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(ANSWER_MS)]),
      });
      await answer.arrayBuffer();
      return answer.ok;
    } catch {
      return false;
    }
  }

  /** Ends early when everything does. */
  async #pause(milliseconds: number): Promise<void> {
    await setTimeout(milliseconds, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#telling);
  }
}
