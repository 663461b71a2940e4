import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Act, Clock, NewId } from "#domain/ports.ts";
import type { Register, Row } from "#domain/register/register.ts";
import { answersOf } from "./answers-of.ts";
import type { AuditLog } from "./audit-log.ts";
import type { List } from "./list.ts";
import { actorOf } from "./system-fields.ts";

export interface NewsParts {
  readonly feed: List;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Names this process in the change feed. */
  readonly process: string;
  /** Told of what failed after a row was safely written; the sweeper puts it right. */
  readonly onLate: (error: unknown) => void;
}

/** One write as the audit trail and the other processes are told of it. */
export interface Written {
  readonly key: string;
  readonly etag: string;
  readonly at: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly event: string;
}

/** Tells the audit trail and the other processes what was written. */
export class RowNews {
  readonly #parts: NewsParts;

  constructor(parts: NewsParts) {
    this.#parts = parts;
  }

  /** Resolves when both were told, or `onLate` was told which was not. */
  async tell(register: Register, written: Written, act: Act): Promise<void> {
    const told = [this.#append(register, written, act.did, actorOf(act).id), this.#announce(register, written)];
    for (const one of await Promise.allSettled(told)) if (one.status === "rejected") this.#parts.onLate(one.reason);
  }

  /** Appends the audit event of a row whose writer stopped before it could. */
  async tellLate(register: Register, row: Row): Promise<void> {
    const { key, etag, changedAt: at, auditEvent: event } = row;
    const did = row.history.at(-1)?.did ?? `${register.slug}.written`;
    await this.#append(register, { key, etag, at, event, answers: answersOf(register, row) }, did, row.changedBy);
  }

  #append(register: Register, { key, etag, at, answers, event }: Written, did: string, actor: string): Promise<void> {
    return this.#parts.audit.append({
      key: event,
      at,
      actor,
      did,
      register: register.slug,
      rowKey: key,
      rowEtag: etag,
      payloadHash: createHash("sha256")
        .update(canonicalize(answers) ?? "")
        .digest("hex"),
    });
  }

  async #announce({ slug }: Register, { key: rowKey }: Written): Promise<void> {
    const { feed, newId, clock, process } = this.#parts;
    await feed.create({ key: `feed-${newId()}`, Title: slug, list: slug, rowKey, at: clock(), process });
  }
}
