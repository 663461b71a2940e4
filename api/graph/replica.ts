import type { Register, Row } from "#domain/register/register.ts";
import type { Item, List } from "./list.ts";
import { fromFields } from "./row-fields.ts";

interface Held {
  readonly row: Row;
  readonly id: string;
}

/** What the replica saw that nobody of ours did. */
export interface Oddity {
  readonly register: string;
  readonly key: string;
  readonly what: "changed-outside" | "seal-broken" | "no-key";
}

/**
 * The rows of one list in memory. Filled and kept up by the list's delta; own writes are put in at once.
 * A sealed row whose seal is wrong is left out and reported.
 */
export class ListReplica {
  readonly register: Register;
  readonly list: List;
  readonly #sealOf: (row: Row) => string;
  readonly #byKey = new Map<string, Held>();
  readonly #keyOf = new Map<string, string>();
  readonly #odd = new Map<string, Oddity>();
  #rows: readonly Row[] | undefined;
  #token: string | undefined;

  constructor(register: Register, list: List, sealOf: (row: Row) => string) {
    this.register = register;
    this.list = list;
    this.#sealOf = sealOf;
  }

  get rows(): readonly Row[] {
    this.#rows ??= [...this.#byKey.values()].map(({ row }) => row);
    return this.#rows;
  }

  get oddities(): readonly Oddity[] {
    return [...this.#odd.values()];
  }

  held(key: string): Held | undefined {
    return this.#byKey.get(key);
  }

  /** Reads what changed since last time; everything, the first time. */
  async catchUp(): Promise<void> {
    const { items, gone, token } = await this.list.changes(this.#token);
    for (const id of gone) this.#drop(id);
    for (const item of items) this.take(item);
    this.#token = token;
  }

  /** Puts an item in, unless a newer version of it is there already. Answers its row when it counts as one. */
  take(item: Item): Row | undefined {
    const row = fromFields(this.register, item.etag, item.fields);
    if (!row) {
      this.#odd.set(item.id, { register: this.register.slug, key: item.id, what: "no-key" });
      return undefined;
    }
    const held = this.#byKey.get(row.key);
    if (held && held.id === item.id && versionOf(held.row.etag) > versionOf(item.etag)) return held.row;
    if (this.register.sealed && item.fields.seal !== this.#sealOf(row)) {
      this.#drop(item.id);
      this.#odd.set(item.id, { register: this.register.slug, key: row.key, what: "seal-broken" });
      return undefined;
    }
    if (item.byApp) this.#odd.delete(item.id);
    else this.#odd.set(item.id, { register: this.register.slug, key: row.key, what: "changed-outside" });
    this.#byKey.set(row.key, { row, id: item.id });
    this.#keyOf.set(item.id, row.key);
    this.#rows = undefined;
    return row;
  }

  #drop(id: string) {
    const key = this.#keyOf.get(id);
    if (key === undefined) return;
    this.#byKey.delete(key);
    this.#keyOf.delete(id);
    this.#rows = undefined;
  }
}

/** The number in `"guid,7"`: SharePoint counts an item's versions up. */
const versionOf = (etag: string): number => Number(/,(\d+)"?$/.exec(etag)?.[1] ?? 0);
