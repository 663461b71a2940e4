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
  readonly rowEtag: string;
  /** SHA-256 of the row's canonical answers. */
  readonly payloadHash: string;
  /** Hash of the event before it; 64 zeros for the first. */
  readonly previousHash: string;
}

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

/** What is wrong with a chain, first fault first; empty when it holds. `hashOf` is SHA-256 in lower-case hex. */
export function brokenLinks(
  chain: readonly (AuditEvent & { readonly hash: string })[],
  hashOf: (text: string) => string,
): readonly string[] {
  let previous = beginning;
  return chain.flatMap((event, at) => {
    const wrong: string[] = [];
    if (event.sequence !== at) wrong.push(`event ${at} is missing`);
    if (event.previousHash !== previous) wrong.push(`event ${event.sequence} does not follow the one before it`);
    if (event.hash !== hashOf(auditText(event))) wrong.push(`event ${event.sequence} was altered`);
    previous = event.hash;
    return wrong;
  });
}
