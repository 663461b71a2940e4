import type { Instant } from "../day.ts";

/** What is recorded of one change: ids and hashes only, never content. */
export interface AuditEvent {
  /** Names the writer's lifetime; each has its own chain, so that writers never wait for each other. */
  readonly chain: string;
  /** 0, 1, 2 … within the chain. */
  readonly sequence: number;
  readonly at: Instant;
  /** Entra object id, or `system`. */
  readonly actor: string;
  /** `thing.verb`. */
  readonly did: string;
  readonly register: string;
  readonly rowKey: string;
  /** The version SharePoint gave the row; empty when nothing was written. */
  readonly rowEtag: string;
  /** SHA-256 of the row's canonical answers; 64 zeros when nothing was written, as when something was only opened. */
  readonly payloadHash: string;
  /** Hash of the event before it; 64 zeros for the first. */
  readonly previousHash: string;
}

/** An event as it stands in the trail. */
export interface TrailEvent extends AuditEvent {
  /** Its own id, which the row it is about carries. */
  readonly key: string;
  /** SHA-256 of {@link auditText}, lower-case hex. */
  readonly hash: string;
  /** Somebody other than the app made this entry of the list, or touched it. */
  readonly outside?: true;
}

/** 64 zeros: before the first event, and in place of the hash of nothing. */
export const beginning = "0".repeat(64);

/** The text an event's hash is taken over: its facts in a fixed order, so that each depends on all before it. */
export const auditText = (event: AuditEvent): string =>
  JSON.stringify([
    event.previousHash,
    event.chain,
    event.sequence,
    event.at,
    event.actor,
    event.did,
    event.register,
    event.rowKey,
    event.rowEtag,
    event.payloadHash,
  ]);
