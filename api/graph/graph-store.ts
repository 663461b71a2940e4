import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { LineOfSightError, notFound } from "#domain/errors.ts";
import type { Act, Claims, Clock, NewId, Store } from "#domain/ports.ts";
import { check } from "#domain/register/check.ts";
import type { Answers, Moved, Register, Row } from "#domain/register/register.ts";
import type { AuditLog } from "./audit-log.ts";
import { statusOf, unavailable } from "./graph-error.ts";
import type { Item, List } from "./list.ts";
import type { ListReplica } from "./replica.ts";
import { historyNote, toFields } from "./row-fields.ts";

export interface StoreParts {
  readonly replicas: ReadonlyMap<string, ListReplica>;
  readonly feed: List;
  readonly audit: AuditLog;
  readonly claims: Claims;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly sealOf: (register: Register, row: Row) => string;
  /** Names this process in the change feed. */
  readonly process: string;
  /** Told of what failed after a row was safely written; the sweeper puts it right. */
  readonly onLate: (error: unknown) => void;
}

type Changes = Readonly<Record<string, unknown>>;

const LEASE_MINUTES = 1;
const PATIENCE_MS = [200, 500, 1000, 2000];
const SYSTEM = { id: "system", name: "Line of Sight" };

/** Rows in SharePoint: written there first, then in the replica, then told to the audit trail and the other processes. */
export class GraphStore implements Store {
  readonly #parts: StoreParts;

  constructor(parts: StoreParts) {
    this.#parts = parts;
  }

  all<R extends Register>(register: R): readonly Row<R>[] {
    return this.#replica(register).rows as readonly Row<R>[];
  }

  one<R extends Register>(register: R, key: string): Row<R> | undefined {
    return this.#replica(register).held(key)?.row as Row<R> | undefined;
  }

  async fresh<R extends Register>(register: R, key: string): Promise<Row<R> | undefined> {
    const replica = this.#replica(register);
    const item = await replica.list.byKey(key).catch((error) => Promise.reject(unavailable("read row", error)));
    return item && (replica.take(item) as Row<R> | undefined);
  }

  async add<R extends Register>(register: R, key: string, answers: Answers<R>, act: Act) {
    refuseProblems(register, answers);
    const known = this.one(register, key);
    if (known) return { row: known, created: false };
    if (!isRandomKey(key) && !(await this.#parts.claims.take(`${register.slug}/${key}`, LEASE_MINUTES))) {
      return { row: await this.#awaited(register, key), created: false };
    }
    const event = this.#parts.newId();
    const system = this.#system(act, event, undefined);
    const fields = {
      key,
      ...toFields(register, answers),
      ...system,
      ...created(system),
      ...this.#seal(register, key, answers),
    };
    const item = await this.#create(register, key, fields);
    const row = this.#took(register, item);
    await this.#tell(register, row, act, event);
    return { row, created: row.auditEvent === event };
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
    const merged = answersOf(register, { ...current.row, ...given });
    refuseProblems(register, merged);
    const event = this.#parts.newId();
    const fields = {
      ...toFields(register, changes),
      ...this.#system(act, event, current.row),
      ...this.#seal(register, key, merged),
    };
    const item = await this.#update(register, current.id, etag, fields, changes, event);
    const row = this.#took(register, item);
    await this.#tell(register, row, act, event);
    return row;
  }

  /** Appends the audit event of a row whose writer stopped before it could. */
  async tellLate(register: Register, row: Row): Promise<void> {
    const did = row.history.at(-1)?.did ?? `${register.slug}.written`;
    await this.#append(register, row, did, row.changedBy, row.auditEvent);
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
    if (!row)
      throw new LineOfSightError("unavailable", "SharePoint did not keep the row as it was written.", {
        facts: { register: register.slug },
      });
    return row as Row<R>;
  }

  /** A failed create may have worked: whatever the error, the key says. */
  async #create(register: Register, key: string, fields: Changes): Promise<Item> {
    const { list } = this.#replica(register);
    try {
      return await list.create(fields);
    } catch (error) {
      const there = await list.byKey(key).catch(() => undefined);
      if (there) return there;
      throw unavailable("create row", error);
    }
  }

  /** A change whose answer was lost is found by its audit event. */
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
      if (there?.fields.auditEvent === event) return there;
      if (statusOf(error) === 412 && there) throw conflict(register, this.#took(register, there), changes);
      throw unavailable("change row", error);
    }
  }

  async #awaited<R extends Register>(register: R, key: string): Promise<Row<R>> {
    for (const wait of PATIENCE_MS) {
      const row = await this.fresh(register, key);
      if (row) return row;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    throw new LineOfSightError(
      "unavailable",
      `Somebody else is making this ${register.words.one} at the moment. Try again in a minute.`,
      {
        facts: { register: register.slug, key },
      },
    );
  }

  #system(act: Act, event: string, before: Row | undefined) {
    const by = act.by === "system" ? SYSTEM : act.by;
    const at = this.#parts.clock();
    const { from, to, reason } = act;
    const moved: Moved = {
      at,
      by: by.id,
      byName: by.name,
      did: act.did,
      ...(from && { from }),
      ...(to && { to }),
      ...(reason && { reason }),
    };
    const history = historyNote([...(before?.history ?? []), moved]);
    return { changedAt: at, changedBy: by.id, changedByName: by.name, auditEvent: event, history };
  }

  #seal(register: Register, key: string, answers: Changes) {
    return register.sealed ? { seal: this.#parts.sealOf(register, { ...answers, key } as Row) } : {};
  }

  async #tell(register: Register, row: Row, act: Act, event: string): Promise<void> {
    if (row.auditEvent !== event) return;
    const actor = act.by === "system" ? SYSTEM.id : act.by.id;
    const told = [this.#append(register, row, act.did, actor, event), this.#announce(register, row)];
    for (const one of await Promise.allSettled(told)) if (one.status === "rejected") this.#parts.onLate(one.reason);
  }

  #append(register: Register, row: Row, did: string, actor: string, event: string) {
    const answers = canonicalize(answersOf(register, row)) ?? "";
    return this.#parts.audit.append({
      key: event,
      at: row.changedAt,
      actor,
      did,
      register: register.slug,
      rowKey: row.key,
      rowEtag: row.etag,
      payloadHash: createHash("sha256").update(answers).digest("hex"),
    });
  }

  #announce(register: Register, row: Row) {
    const at = this.#parts.clock();
    const key = `feed-${this.#parts.newId()}`;
    return this.#parts.feed.create({
      key,
      Title: register.slug,
      list: register.slug,
      rowKey: row.key,
      at,
      process: this.#parts.process,
    });
  }
}

const created = ({
  changedAt,
  changedBy,
  changedByName,
}: {
  changedAt: string;
  changedBy: string;
  changedByName: string;
}) => ({
  createdAt: changedAt,
  createdBy: changedBy,
  createdByName: changedByName,
});

/** The answers of a row alone, without what the system keeps beside them. */
export const answersOf = (register: Register, row: Changes): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(register.fields).flatMap((name) => {
      const value = row[name];
      return value === undefined || value === null || value === "" ? [] : [[name, value]];
    }),
  );

/** Keys made by the id source cannot collide, so that creating their rows needs no claim. */
const isRandomKey = (key: string): boolean => /-[0-9a-z]{26}$/.test(key);

function refuseProblems(register: Register, answers: Changes) {
  const problems = check(register, answers);
  if (problems.length === 0) return;
  throw new LineOfSightError("invalid", `${problems.map(({ say }) => say).join(". ")}.`, {
    facts: { register: register.slug, problems: problems.length },
    details: { problems },
  });
}

const conflict = (register: Register, theirs: Row, yours: Changes) =>
  new LineOfSightError(
    "conflict",
    `${theirs.changedByName || "Somebody"} changed this ${register.words.one} while you had it open. Nothing was overwritten: look at both versions and save again.`,
    { facts: { register: register.slug, key: theirs.key }, details: { register: register.slug, theirs, yours } },
  );
