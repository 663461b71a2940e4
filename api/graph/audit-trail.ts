import { createHash } from "node:crypto";
import type { Client } from "@microsoft/microsoft-graph-client";
import type { TrailEvent } from "#domain/audit/audit-event.ts";
import { type Head, TrailFollower } from "#domain/audit/follow-trail.ts";
import { type ChangedItem, changePages } from "./change-pages.ts";

/** How the trail stands, as this process has followed it since it began. */
export interface TrailState {
  readonly heads: readonly Head[];
  /** Decisions on sign-offs among the events. */
  readonly decisions: number;
  /** What is wrong with it, in words; empty when it holds. */
  readonly faults: readonly string[];
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * The audit trail as one process follows it: all of it once, from then on only what was added. It keeps eight bytes an
 * event, so that one changed after it was read is seen to have been.
 */
export class AuditTrail {
  readonly #client: Client;
  readonly #list: string;
  readonly #app: string | undefined;
  readonly #onEvent: (event: TrailEvent) => void;
  readonly #follower: TrailFollower;
  #decisions = 0;
  #token: string | undefined;
  #reading: Promise<TrailState> | undefined;

  /** `list` is the path of the trail's list, `app` our application's id; `onEvent` hears every event each time it is read. */
  constructor(client: Client, list: string, app: string | undefined, onEvent: (event: TrailEvent) => void) {
    this.#app = app;
    this.#client = client;
    this.#list = list;
    this.#onEvent = onEvent;
    this.#follower = new TrailFollower({
      hashOf: sha256,
      onFollowed: ({ register, rowKey }) => {
        if (register === "sign-offs" && rowKey.endsWith(".decision")) this.#decisions += 1;
      },
    });
  }

  /** Reads on to the end. Whoever asks while it is being read gets the same answer. */
  read(): Promise<TrailState> {
    this.#reading ??= this.#readOn().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** How it stood when it was last read. */
  state(): TrailState {
    return { heads: this.#follower.heads(), decisions: this.#decisions, faults: this.#follower.faults() };
  }

  /** Holds the trail as read to an anchor from the library; what does not fit is a fault from then on. */
  holdTo(anchor: { readonly number: number; readonly heads: readonly Head[] }): void {
    this.#follower.holdTo(anchor);
  }

  /** Remembers something wrong that was seen elsewhere, such as an anchor that is not ours. */
  remember(fault: string): void {
    this.#follower.remember(fault);
  }

  /** Every event there is, as SharePoint has them now, a page at a time, in no order. */
  async *events(): AsyncGenerator<readonly TrailEvent[]> {
    for await (const { items } of changePages(this.#client, this.#list))
      yield items.flatMap((item) => (item.fields ? [eventOf(item, this.#app)] : []));
  }

  async #readOn(): Promise<TrailState> {
    for await (const { items, token } of changePages(this.#client, this.#list, this.#token)) {
      for (const item of items) this.#take(item);
      this.#token = token ?? this.#token;
    }
    return this.state();
  }

  #take(item: ChangedItem): void {
    if (item.deleted) this.#follower.removed(item.id);
    else if (item.fields) {
      const event = eventOf(item, this.#app);
      this.#follower.take(event);
      this.#onEvent(event);
    }
  }
}

function eventOf({ fields = {}, lastModifiedBy }: ChangedItem, app: string | undefined): TrailEvent {
  const text = (name: string) => String(fields[name] ?? "");
  const outside = lastModifiedBy !== undefined && !isOurs(lastModifiedBy, app);
  return {
    key: text("key"),
    chain: text("chain"),
    sequence: Number(fields.sequence),
    at: text("at"),
    actor: text("actor"),
    did: text("did"),
    register: text("register"),
    rowKey: text("rowKey"),
    rowEtag: text("rowEtag"),
    payloadHash: text("payloadHash"),
    previousHash: text("previousHash"),
    hash: text("hash"),
    ...(outside && { outside }),
  };
}

/** True for our own application; for any application where Graph does not say which. */
const isOurs = ({ application }: NonNullable<ChangedItem["lastModifiedBy"]>, app: string | undefined): boolean =>
  application !== undefined && (application.id === undefined || app === undefined || application.id === app);
