import type { Instant } from "../day.ts";
import { beginning } from "./audit-event.ts";
import type { Head } from "./follow-trail.ts";

/** What an anchor says: where every chain stood. Each anchor names the one before it. */
export interface Anchor {
  readonly schemaVersion: 1;
  /** 1, 2, 3 … */
  readonly number: number;
  readonly at: Instant;
  readonly why: "sign-off" | "hourly" | "export";
  readonly heads: readonly Head[];
  /** Decisions on sign-offs among the events. */
  readonly decisions: number;
  /** What the app had found wrong with the trail by then, so that it is not forgotten. */
  readonly faults: readonly string[];
  /** Hash of the anchor before it; 64 zeros for the first. */
  readonly previous: string;
}

/** An anchor as it is filed. */
export interface SignedAnchor extends Anchor {
  readonly algorithm: "RS256";
  /** SHA-256 of the public key (SPKI, DER). */
  readonly keyFingerprint: string;
  /** SPKI PEM. */
  readonly publicKey: string;
  /** RS256 signature over {@link anchorText}, base64. */
  readonly signature: string;
}

/** The text that is hashed and signed: the anchor's facts in a fixed order. */
export const anchorText = (anchor: Anchor): string =>
  JSON.stringify([
    "line-of-sight audit anchor",
    anchor.schemaVersion,
    anchor.number,
    anchor.at,
    anchor.why,
    anchor.heads.map(({ chain, sequence, hash }) => [chain, sequence, hash]),
    anchor.decisions,
    anchor.faults,
    anchor.previous,
  ]);

/** Where an anchor is filed in the library `Governance file`. */
export const anchorPath = ({ number, at }: Pick<Anchor, "number" | "at">): string =>
  `${anchorFolder(at.slice(0, 4))}/${String(number).padStart(8, "0")}.json`;

export const anchorFolder = (year: string): string => `audit/anchors/${year}`;

const HOUR_MS = 3_600_000;

/** Why an anchor is due: a decision on a sign-off that the last one does not cover, or an hour gone by. */
export function anchorDue(
  last: Pick<Anchor, "at" | "decisions"> | undefined,
  decisions: number,
  now: Instant,
): Anchor["why"] | undefined {
  if (last && decisions > last.decisions) return "sign-off";
  return !last || Date.parse(now) - Date.parse(last.at) >= HOUR_MS ? "hourly" : undefined;
}

/** The next anchor after the one with this number and hash; 0 and undefined when there is none. */
export const nextAnchor = (
  number: number,
  hash: string | undefined,
  seen: Pick<Anchor, "at" | "why" | "heads" | "decisions" | "faults">,
): Anchor => ({ schemaVersion: 1, number: number + 1, previous: hash ?? beginning, ...seen });
