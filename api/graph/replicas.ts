import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Instant } from "#domain/day.ts";
import type { Clock } from "#domain/ports.ts";
import type { Register, Row } from "#domain/register/register.ts";
import { onErrand } from "../errand.ts";
import type { FeedFollower } from "./follow-feed.ts";
import { keep, readKept } from "./kept-file.ts";
import type { List } from "./list.ts";
import type { Oddity } from "./oddity.ts";
import { type KeptReplica, ListReplica } from "./replica.ts";

export interface ReplicasParts {
  readonly site: string;
  readonly registers: readonly Register[];
  readonly listOf: (register: Register) => List;
  readonly sealOf: (register: Register, row: Row) => string;
  readonly app: string | undefined;
  readonly feed: FeedFollower;
  readonly clock: Clock;
  /** Where the replicas are kept over a restart, and the key to them. */
  readonly folder: string;
  readonly key: Buffer;
  /** Told why SharePoint could not be read when there is something to go on with. */
  readonly onTrouble: (error: unknown) => void;
}

const AT_ONCE = 4;
/** With everything kept on disk, a start does not wait for a SharePoint that does not answer. */
export const WARM_PATIENCE_MS = 3_000;

/** The site and the register's definition in short: rows kept under another one are not rows of this one. */
const shapeOf = (site: string, { slug, sealed, fields }: Register): string =>
  createHash("sha256")
    .update(JSON.stringify([site, slug, sealed, Object.entries(fields).map(([name, { kind }]) => [name, kind])]))
    .digest("hex");

/** Every register in memory: filled, followed, swept, and kept on disk so that a restart is warm. */
export class Replicas {
  readonly bySlug: ReadonlyMap<string, ListReplica>;
  readonly #parts: ReplicasParts;
  /** Lists somebody changed that were not read since; they stay here until they are. */
  readonly #behind = new Set<string>();
  readonly #savedVersion = new Map<string, number>();
  #asOf: Instant = "";
  #next = 0;

  constructor(parts: ReplicasParts) {
    this.#parts = parts;
    const { registers, listOf, sealOf, app } = parts;
    this.bySlug = new Map(
      registers.map((register) => [
        register.slug,
        new ListReplica({ register, list: listOf(register), sealOf: (row) => sealOf(register, row), app }),
      ]),
    );
  }

  /** The moment up to which everything in SharePoint is known here. */
  asOf(): Instant {
    return this.#asOf;
  }

  oddities(): readonly Oddity[] {
    return [...this.bySlug.values()].flatMap(({ oddities }) => oddities);
  }

  /**
   * Begins with what was kept on disk and reads on from there; all there is of what was not. Goes on with what was kept when
   * SharePoint cannot be read, provided that it is every list.
   */
  async fill(): Promise<void> {
    const kept = await Promise.all([...this.bySlug.values()].map((replica) => this.#begin(replica)));
    const isWarm = !kept.includes("");
    try {
      await onErrand(isWarm ? { patience: WARM_PATIENCE_MS } : {}, () => this.poll());
    } catch (error) {
      if (!isWarm) throw error;
      this.#asOf = kept.toSorted()[0] ?? "";
      this.#parts.onTrouble(error);
    }
  }

  /** Reads what other processes announced since last time, and what could not be read then. */
  async poll(): Promise<void> {
    const at = this.#parts.clock();
    const heard = await this.#parts.feed.read();
    for (const slug of heard === "everything" ? this.bySlug.keys() : heard) this.#behind.add(slug);
    await this.#readBehind();
    this.#asOf = at;
  }

  /**
   * Reads every list's changes, announced or not, and one list after the other whole, so that also what no delta ever told
   * is found within a few hours.
   */
  async sweep(): Promise<void> {
    const at = this.#parts.clock();
    for (const slug of this.bySlug.keys()) this.#behind.add(slug);
    await this.#readBehind();
    this.#asOf = at;
    const whole = [...this.bySlug.values()][this.#next++ % this.bySlug.size];
    await whole?.readAll();
  }

  /** Keeps on disk what changed since it was kept last. */
  async save(): Promise<void> {
    for (const [slug, replica] of this.bySlug) {
      const { version } = replica;
      if (this.#savedVersion.get(slug) === version) continue;
      await keep(this.#placeOf(replica.register), replica.kept(this.#asOf));
      this.#savedVersion.set(slug, version);
    }
  }

  async #begin(replica: ListReplica): Promise<Instant> {
    const kept = (await readKept(this.#placeOf(replica.register))) as readonly KeptReplica[] | undefined;
    return kept ? replica.begin(kept) : "";
  }

  #placeOf(register: Register) {
    const { folder, key, site } = this.#parts;
    return { path: join(folder, `${register.slug}.kept`), key, shape: shapeOf(site, register) };
  }

  /** A list that cannot be read does not keep the others back, and is tried again next time. */
  async #readBehind(): Promise<void> {
    const waiting = [...this.#behind];
    const failed: unknown[] = [];
    const read = async () => {
      for (let slug = waiting.shift(); slug !== undefined; slug = waiting.shift()) {
        try {
          this.#behind.delete(slug);
          await this.bySlug.get(slug)?.catchUp();
        } catch (error) {
          this.#behind.add(slug);
          failed.push(error);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, read));
    if (failed.length > 0) throw failed[0];
  }
}
