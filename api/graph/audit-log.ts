import { createHash } from "node:crypto";
import { type AuditEvent, auditText, beginning } from "#domain/audit/audit-event.ts";
import type { List } from "./list.ts";

type Facts = Omit<AuditEvent, "chain" | "sequence" | "previousHash"> & { readonly key: string };
type Written = AuditEvent & { readonly key: string; readonly hash: string };

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Appends audit events to this process's own chain, one after the other. */
export class AuditLog {
  readonly #list: List;
  readonly #chain: string;
  #sequence = 0;
  #previous = beginning;
  /** Sent, and no answer: it may be in the list. Nothing may take its place before that is known. */
  #unsure: Written | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(list: List, chain: string) {
    this.#list = list;
    this.#chain = chain;
  }

  /** Resolves once the event is in the list. A failed append is left for the sweeper to add later. */
  append(facts: Facts): Promise<void> {
    const next = this.#last.then(() => this.#write(facts));
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #write(facts: Facts): Promise<void> {
    if (this.#unsure) await this.#send(this.#unsure);
    const event = { ...facts, chain: this.#chain, sequence: this.#sequence, previousHash: this.#previous };
    await this.#send({ ...event, hash: sha256(auditText(event)) });
  }

  async #send(event: Written): Promise<void> {
    this.#unsure = event;
    const there = await this.#list.create({ ...event, Title: event.did }).catch(async (error: unknown) => {
      const found = await this.#list.byKey(event.key);
      if (found) return found;
      throw error;
    });
    this.#unsure = undefined;
    // A sweeper elsewhere may have told of it by now: then it stands in that chain, and its place in ours is free.
    if (there.fields.hash !== event.hash) return;
    this.#sequence += 1;
    this.#previous = event.hash;
  }

  /** Puts an event of an earlier trail back as it was, in its own chain. */
  async putBack(event: Written): Promise<void> {
    await this.#list.create({ ...event, Title: event.did });
  }
}
