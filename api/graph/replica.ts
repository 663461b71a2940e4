import type { Instant } from "#domain/day.ts";
import type { Register, Row } from "#domain/register/register.ts";
import { headersOf } from "./graph-error.ts";
import { type ChangePage, type Item, isTooOld, type List } from "./list.ts";
import type { Oddity } from "./oddity.ts";
import { fromFields } from "./row-fields.ts";

interface Held {
  readonly row: Row;
  readonly id: string;
}

/** A replica as it is kept on disk: first where it stood, then every row with its SharePoint id. */
export type KeptReplica =
  | { readonly token: string; readonly asOf: Instant; readonly odd: readonly (readonly [string, Oddity])[] }
  | { readonly id: string; readonly row: Row };

export interface ReplicaParts {
  readonly register: Register;
  readonly list: List;
  readonly sealOf: (row: Row) => string;
  /** Our application's id: what anybody else changed is an oddity. Without it every application counts as ours. */
  readonly app?: string | undefined;
}

/**
 * The rows of one list in memory. Filled and kept up by the list's delta; own writes are put in at once.
 * A sealed row whose seal is wrong is left out and reported.
 */
export class ListReplica {
  readonly register: Register;
  readonly list: List;
  readonly #parts: ReplicaParts;
  readonly #byKey = new Map<string, Held>();
  readonly #keyOf = new Map<string, string>();
  readonly #odd = new Map<string, Oddity>();
  /** While everything is read anew: what was seen since that began. */
  #seen: Set<string> | undefined;
  #rows: readonly Row[] | undefined;
  #token: string | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #version = 0;

  constructor(parts: ReplicaParts) {
    this.register = parts.register;
    this.list = parts.list;
    this.#parts = parts;
  }

  get rows(): readonly Row[] {
    this.#rows ??= Array.from(this.#byKey.values(), ({ row }) => row);
    return this.#rows;
  }

  get oddities(): readonly Oddity[] {
    return [...this.#odd.values()];
  }

  /** Goes up with every change, so that what is the same need not be kept on disk again. */
  get version(): number {
    return this.#version;
  }

  held(key: string): Held | undefined {
    return this.#byKey.get(key);
  }

  /** Reads what changed since last time; everything, the first time and when SharePoint no longer knows since when. */
  catchUp(): Promise<void> {
    return this.#inTurn(() => (this.#token === undefined ? this.#readAll() : this.#readOn()));
  }

  /** Reads everything, so that what no delta told is found as well. */
  readAll(): Promise<void> {
    return this.#inTurn(() => this.#readAll());
  }

  /** Everything held, to be kept on disk; `asOf` is the moment all of it was known to be so. */
  *kept(asOf: Instant): Generator<KeptReplica> {
    yield { token: this.#token ?? "", asOf, odd: [...this.#odd] };
    for (const { id, row } of this.#byKey.values()) yield { id, row };
  }

  /** Begins with what was kept on disk, before anything was read. Answers the moment it was kept for. */
  begin(kept: readonly KeptReplica[]): Instant {
    let asOf = "";
    for (const one of kept)
      if ("row" in one) this.#hold(one.id, one.row);
      else {
        asOf = one.asOf;
        this.#token = one.token === "" ? undefined : one.token;
        for (const [id, oddity] of one.odd) this.#odd.set(id, oddity);
      }
    return asOf;
  }

  /** Puts an item in, unless a newer version of it is there already. Answers its row when it counts as one. */
  take(item: Item): Row | undefined {
    this.#seen?.add(item.id);
    const row = fromFields(this.register, item.etag, item.fields);
    if (!row) return this.#note(item.id, item.id, "no-key");
    const held = this.#byKey.get(row.key);
    if (held && held.id === item.id && versionOf(held.row.etag) > versionOf(item.etag)) return held.row;
    // The one made first counts, in every process.
    if (held && Number(held.id) < Number(item.id)) return this.#note(item.id, row.key, "key-twice") ?? held.row;
    if (this.register.sealed && item.fields.seal !== this.#parts.sealOf(row)) {
      this.#drop(item.id);
      return this.#note(item.id, row.key, "seal-broken");
    }
    if (held && held.id !== item.id) this.#note(held.id, row.key, "key-twice");
    if (this.#isOurs(item)) this.#odd.delete(item.id);
    else this.#note(item.id, row.key, "changed-outside");
    this.#hold(item.id, row);
    return row;
  }

  /** One reading at a time; whoever asks meanwhile gets one that began after they asked. */
  #inTurn(read: () => Promise<void>): Promise<void> {
    const next = this.#turn.then(read);
    this.#turn = next.catch(() => undefined);
    return next;
  }

  async #readOn(): Promise<void> {
    try {
      await this.#apply(this.list.pages(this.#token));
    } catch (error) {
      if (!isTooOld(error)) throw error;
      // Both of SharePoint's codes mean the same to us: what it has is right, so everything is read from where it says.
      await this.#readAll(headersOf(error)?.get("location") ?? undefined);
    }
  }

  async #readAll(from?: string): Promise<void> {
    const seen = new Set<string>();
    this.#seen = seen;
    try {
      await this.#apply(this.list.pages(undefined, withFields(from)));
    } finally {
      this.#seen = undefined;
    }
    for (const id of this.#keyOf.keys()) if (!seen.has(id)) this.#gone(id);
    for (const [id, { what }] of this.#odd) if (!seen.has(id) && what !== "deleted-outside") this.#odd.delete(id);
  }

  async #apply(pages: AsyncGenerator<ChangePage>): Promise<void> {
    for await (const { items, gone, bare = [], token } of pages) {
      for (const id of bare) this.#seen?.add(id);
      for (const id of gone) this.#gone(id);
      for (const item of items) this.take(item);
      this.#token = token ?? this.#token;
    }
  }

  #isOurs = ({ byApp }: Item): boolean =>
    byApp !== undefined && (byApp === "" || this.#parts.app === undefined || byApp === this.#parts.app);

  #note(id: string, key: string, what: Oddity["what"]): undefined {
    this.#odd.set(id, { register: this.register.slug, key, what });
    this.#version += 1;
  }

  /** Nothing of ours takes a row away. */
  #gone(id: string): void {
    const key = this.#keyOf.get(id);
    this.#drop(id);
    if (key === undefined) this.#odd.delete(id);
    else this.#note(id, key, "deleted-outside");
  }

  #hold(id: string, row: Row): void {
    const before = this.#byKey.get(row.key);
    if (before && before.id !== id) this.#keyOf.delete(before.id);
    const renamed = this.#keyOf.get(id);
    if (renamed !== undefined && renamed !== row.key) this.#byKey.delete(renamed);
    this.#byKey.set(row.key, { row, id });
    this.#keyOf.set(id, row.key);
    this.#rows = undefined;
    this.#version += 1;
  }

  #drop(id: string): void {
    const key = this.#keyOf.get(id);
    if (key === undefined) return;
    this.#byKey.delete(key);
    this.#keyOf.delete(id);
    this.#rows = undefined;
    this.#version += 1;
  }
}

/** The number in `"guid,7"`: SharePoint counts an item's versions up. */
const versionOf = (etag: string): number => Number(/,(\d+)"?$/.exec(etag)?.[1] ?? 0);

/** Where SharePoint says to begin again: followed only within Graph, and asked for the fields, which it may leave out. */
function withFields(from: string | undefined): string | undefined {
  if (!from || !/^https:\/\/graph\.microsoft\.com\/v1\.0\/sites\/[^?#]+\/items\/delta(?:\?|$)/.test(from))
    return undefined;
  if (/[?&](?:\$|%24)?expand=/.test(from)) return from;
  return `${from}${from.includes("?") ? "&" : "?"}$expand=fields`;
}
