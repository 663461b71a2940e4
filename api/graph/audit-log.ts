import { createHash } from "node:crypto";
import { type AuditEvent, auditText, beginning } from "#domain/audit/audit-event.ts";
import type { List } from "./list.ts";

type Facts = Omit<AuditEvent, "chain" | "sequence" | "previousHash"> & { readonly key: string };

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Appends audit events to this process's own chain, one after the other. */
export class AuditLog {
  readonly #list: List;
  readonly #chain: string;
  #sequence = 0;
  #previous = beginning;
  #last: Promise<unknown> = Promise.resolve();

  constructor(list: List, chain: string) {
    this.#list = list;
    this.#chain = chain;
  }

  /** Resolves once the event is in the list. A failed append leaves the chain as it was, for the sweeper to add later. */
  append(facts: Facts): Promise<void> {
    const next = this.#last.then(() => this.#write(facts));
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #write({ key, ...facts }: Facts): Promise<void> {
    const event: AuditEvent = { ...facts, chain: this.#chain, sequence: this.#sequence, previousHash: this.#previous };
    const hash = sha256(auditText(event));
    try {
      await this.#list.create({ key, Title: event.did, ...event, hash });
    } catch (error) {
      const there = await this.#list.byKey(key);
      if (there?.fields.hash !== hash) throw error;
    }
    this.#sequence += 1;
    this.#previous = hash;
  }
}
