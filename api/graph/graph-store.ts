import { notFound } from "#domain/errors.ts";
import type { Act, Store } from "#domain/ports.ts";
import type { Answers, Moved, Register, Row } from "#domain/register/register.ts";
import { answersOf } from "./answers-of.ts";
import type { GraphClaims } from "./claims.ts";
import { statusOf, unavailable } from "./graph-error.ts";
import type { Item, List } from "./list.ts";
import type { Pace } from "./pace.ts";
import type { ListReplica } from "./replica.ts";
import { fromFields, toFields } from "./row-fields.ts";
import { type NewsParts, RowNews, type Written } from "./row-news.ts";
import { beingMade, conflict, notKept, refuseProblems } from "./row-refusals.ts";
import { changedFields, createdFields } from "./system-fields.ts";

export interface StoreParts extends NewsParts {
  readonly replicas: ReadonlyMap<string, ListReplica>;
  readonly claims: GraphClaims;
  readonly pace: Pace;
  readonly sealOf: (register: Register, row: Row) => string;
}

type Changes = Readonly<Record<string, unknown>>;

const LEASE_MINUTES = 1;
const PATIENCE_MS = [200, 500, 1000, 2000];

/** Rows in SharePoint: written there first, then in the replica, then told to the audit trail and the other processes. */
export class GraphStore implements Store {
  readonly #parts: StoreParts;
  readonly #news: RowNews;
  /** What this process is making at the moment: its own claim would let it make one twice. */
  readonly #making = new Map<string, Promise<{ readonly row: Row; readonly created: boolean }>>();

  constructor(parts: StoreParts) {
    this.#parts = parts;
    this.#news = new RowNews(parts);
  }

  all<R extends Register>(register: R): readonly Row<R>[] {
    return this.#replica(register).rows as readonly Row<R>[];
  }

  one<R extends Register>(register: R, key: string): Row<R> | undefined {
    return this.#replica(register).held(key)?.row as Row<R> | undefined;
  }

  async fresh<R extends Register>(register: R, key: string): Promise<Row<R> | undefined> {
    const replica = this.#replica(register);
    const held = replica.held(key);
    const item = await (held ? rowAt(replica.list, held.id, key) : replica.list.byKey(key)).catch((error) =>
      Promise.reject(unavailable("read row", error)),
    );
    return item && (replica.take(item) as Row<R> | undefined);
  }

  async add<R extends Register>(register: R, key: string, answers: Answers<R>, act: Act) {
    refuseProblems(register, answers);
    const known = this.one(register, key);
    if (known) return { row: known, created: false };
    const name = `${register.slug}/${key}`;
    const underWay = this.#making.get(name);
    if (underWay) return { row: (await underWay).row as Row<R>, created: false };
    const making = this.#make(register, key, answers, act).finally(() => this.#making.delete(name));
    this.#making.set(name, making);
    return making;
  }

  async change<R extends Register>(
    register: R,
    key: string,
    etag: string,
    changes: { readonly [K in keyof Answers<R>]?: Answers<R>[K] | null },
    act: Act,
  ): Promise<Row<R>> {
    const current = await this.#current(register, key, etag);
    if (current.row.etag !== etag) throw conflict(register, current.row, changes);
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const answers = answersOf(register, { ...current.row, ...given });
    refuseProblems(register, answers);
    const event = this.#parts.newId();
    const at = this.#parts.clock();
    const fields = {
      ...toFields(register, changes),
      ...changedFields(act, event, at, current.row),
      ...this.#seal(register, key, answers),
    };
    const item = await this.#update(register, current.id, etag, fields, changes, event);
    const row = this.#took(register, item);
    await this.#news.tell(register, written(register, row, { key, etag: versionAfter(etag), at, answers, event }), act);
    return row;
  }

  /** Makes a row of an export again, with its key and its history; a row that is there stays as it is. True when it was made. */
  async putBack<R extends Register>(register: R, before: Row<R>, act: Act): Promise<boolean> {
    const { key, createdAt, createdBy, createdByName } = before;
    const answers = answersOf(register, before);
    refuseProblems(register, answers);
    if (this.one(register, key)) return false;
    const event = this.#parts.newId();
    const at = this.#parts.clock();
    const item = await this.#replica(register)
      .list.create({
        key,
        ...toFields(register, answers),
        ...changedFields(act, event, at, before),
        ...{ createdAt, createdBy, createdByName },
        ...this.#seal(register, key, answers),
      })
      .catch((error) => Promise.reject(unavailable("put row back", error)));
    const row = this.#took(register, item);
    await this.#news.tell(register, written(register, row, { key, etag: row.etag, at, answers, event }), act);
    return isOf(event, row);
  }

  /** Appends the audit event of a row whose writer stopped before it could. */
  tellLate(register: Register, row: Row): Promise<void> {
    return this.#news.tellLate(register, row);
  }

  async #make<R extends Register>(register: R, key: string, answers: Answers<R>, act: Act) {
    if (!isRandomKey(key)) {
      const claim = await this.#parts.claims.hold(`${register.slug}/${key}`, LEASE_MINUTES);
      if (!claim) return { row: await this.#awaited(register, key), created: false };
      const there = claim === "new" ? undefined : await this.fresh(register, key);
      if (there) return { row: there, created: false };
    }
    const event = this.#parts.newId();
    const at = this.#parts.clock();
    const { list } = this.#replica(register);
    const item = await list
      .create({
        key,
        ...toFields(register, answers),
        ...createdFields(act, event, at),
        ...this.#seal(register, key, answers),
      })
      .catch((error) => Promise.reject(unavailable("create row", error)));
    const row = this.#took(register, item);
    if (!isOf(event, row)) return { row, created: false };
    const first = { key, etag: row.etag, at, answers: answersOf(register, answers), event };
    await this.#news.tell(register, written(register, row, first), act);
    return { row, created: true };
  }

  #replica(register: Register): ListReplica {
    const replica = this.#parts.replicas.get(register.slug);
    if (!replica) throw new TypeError(`The list ${register.slug} is not kept in memory.`);
    return replica;
  }

  async #current<R extends Register>(register: R, key: string, etag: string) {
    const replica = this.#replica(register);
    if (replica.held(key)?.row.etag !== etag) await this.fresh(register, key);
    const held = replica.held(key);
    if (!held) throw notFound(register.words.one, key);
    return held as { row: Row<R>; id: string };
  }

  #took<R extends Register>(register: R, item: Item): Row<R> {
    const row = this.#replica(register).take(item);
    if (!row) throw notKept(register);
    return row as Row<R>;
  }

  /** A change whose answer was lost is found by its audit event, also under what others changed since. */
  async #update(
    register: Register,
    id: string,
    etag: string,
    fields: Changes,
    changes: Changes,
    event: string,
  ): Promise<Item> {
    const { list } = this.#replica(register);
    try {
      return await list.update(id, etag, fields);
    } catch (error) {
      const there = await list.get(id).catch(() => undefined);
      const row = there && fromFields(register, there.etag, there.fields);
      if (row && isOf(event, row)) return there;
      if (statusOf(error) === 412 && there) throw conflict(register, this.#took(register, there), changes);
      throw unavailable("change row", error);
    }
  }

  async #awaited<R extends Register>(register: R, key: string): Promise<Row<R>> {
    for (const wait of PATIENCE_MS) {
      const row = await this.fresh(register, key);
      if (row) return row;
      await this.#parts.pace.wait(wait);
    }
    throw beingMade(register, key);
  }

  #seal(register: Register, key: string, answers: Changes) {
    return register.sealed ? { seal: this.#parts.sealOf(register, { ...answers, key } as Row) } : {};
  }
}

/** True when this write is the row's last or one before it. */
const isOf = (event: string, { auditEvent, history }: Row): boolean =>
  auditEvent === event || history.some((moved: Moved) => moved.event === event);

/** What was written, as SharePoint kept it; as it was sent where somebody has changed the row since. */
const written = (register: Register, row: Row, sent: Written): Written =>
  row.auditEvent === sent.event ? { ...sent, etag: row.etag, answers: answersOf(register, row) } : sent;

/** SharePoint counts an item's versions up by one: a change under the condition of the one is the next. */
const versionAfter = (etag: string): string => etag.replace(/,(\d+)/, (_, version) => `,${Number(version) + 1}`);

/** Keys made by the id source cannot collide, so that creating their rows needs no claim. */
const isRandomKey = (key: string): boolean => /-[0-9a-z]{26}$/.test(key);

/** One row by its id costs half of a search by its key; a row that is gone may have been made again under another id. */
const rowAt = (list: List, id: string, key: string): Promise<Item | undefined> =>
  list.get(id).catch((error) => (statusOf(error) === 404 ? list.byKey(key) : Promise.reject(error)));
