import { auditText, beginning, type TrailEvent } from "./audit-event.ts";

/** How far one chain has been followed. */
export interface Head {
  readonly chain: string;
  /** Of the last event followed. */
  readonly sequence: number;
  /** Of the last event followed. */
  readonly hash: string;
}

interface Followed {
  hash: string;
  /** The first 48 bits of every hash followed, by sequence: enough to see that one read again is not the one read before. */
  readonly prints: number[];
  /** Events that came before the one they follow. */
  readonly early: Map<number, TrailEvent>;
}

/** `hashOf` is SHA-256 in lower-case hex; `onFollowed` is told each event in the order of its chain. */
export interface Following {
  readonly hashOf: (text: string) => string;
  /** Each event comes once: one that comes again is a copy. Otherwise an event may be read again. */
  readonly once?: true;
  readonly onFollowed?: (event: TrailEvent) => void;
}

const printOf = (hash: string): number => Number.parseInt(hash.slice(0, 12), 16);

/**
 * Follows every chain of the audit trail as its events arrive, in whatever order, and again when they change. Keeps eight
 * bytes an event. What is wrong stays wrong: an event put back as it was has still been touched.
 */
export class TrailFollower {
  readonly #following: Following;
  readonly #chains = new Map<string, Followed>();
  readonly #faults = new Set<string>();

  constructor(following: Following) {
    this.#following = following;
  }

  take(event: TrailEvent): void {
    const { chain, sequence, hash } = event;
    if (event.outside) this.#wrong(event, "was made or touched by somebody other than the app");
    if (hash !== this.#following.hashOf(auditText(event))) this.#wrong(event, "was altered");
    if (!Number.isSafeInteger(sequence) || sequence < 0) this.#wrong(event, "has no place in it");
    else this.#place(this.#chainOf(chain), event);
  }

  /** An entry of the list that is no event any more. */
  removed(item: string): void {
    this.#faults.add(`Entry ${item} of the list was removed.`);
  }

  /** Holds what was followed to an anchor: every chain must reach the anchor's place and be the one it was made over. */
  holdTo(anchor: { readonly number: number; readonly heads: readonly Head[] }): void {
    for (const { chain, sequence, hash } of anchor.heads) {
      const print = this.#chains.get(chain)?.prints[sequence];
      if (print === printOf(hash)) continue;
      this.#faults.add(
        print === undefined
          ? `Chain ${chain} does not reach event ${sequence}, which anchor ${anchor.number} covers.`
          : `In chain ${chain}, event ${sequence} is not the one anchor ${anchor.number} was made over.`,
      );
    }
  }

  /** Remembers something wrong that was seen elsewhere. */
  remember(fault: string): void {
    this.#faults.add(fault);
  }

  /** Everything wrong so far, in words; empty when the trail holds. */
  faults(): readonly string[] {
    const missing = [...this.#chains].flatMap(([chain, { early, prints }]) =>
      early.size > 0 ? [`In chain ${chain}, event ${prints.length} is missing.`] : [],
    );
    return [...this.#faults, ...missing];
  }

  /** Where each chain stands, by name of the chain. */
  heads(): readonly Head[] {
    return [...this.#chains]
      .flatMap(([chain, { hash, prints }]) => (prints.length > 0 ? [{ chain, sequence: prints.length - 1, hash }] : []))
      .toSorted((a, b) => (a.chain < b.chain ? -1 : 1));
  }

  #place(followed: Followed, event: TrailEvent): void {
    const before = followed.prints[event.sequence];
    const early = followed.early.get(event.sequence);
    if (before !== undefined) this.#again(event, before === printOf(event.hash));
    else if (early) this.#again(event, early.hash === event.hash);
    else followed.early.set(event.sequence, event);
    this.#goOn(followed);
  }

  #again(event: TrailEvent, same: boolean): void {
    if (!same) this.#wrong(event, "is there in two versions");
    else if (this.#following.once) this.#wrong(event, "is there twice");
  }

  #chainOf(chain: string): Followed {
    const known = this.#chains.get(chain);
    if (known) return known;
    const begun: Followed = { hash: beginning, prints: [], early: new Map() };
    this.#chains.set(chain, begun);
    return begun;
  }

  #goOn(followed: Followed): void {
    for (;;) {
      const next = followed.early.get(followed.prints.length);
      if (!next) return;
      followed.early.delete(next.sequence);
      if (next.previousHash !== followed.hash) this.#wrong(next, "does not follow the one before it");
      followed.hash = next.hash;
      followed.prints.push(printOf(next.hash));
      this.#following.onFollowed?.(next);
    }
  }

  #wrong({ chain, sequence }: TrailEvent, what: string): void {
    this.#faults.add(`In chain ${chain}, event ${sequence} ${what}.`);
  }
}
