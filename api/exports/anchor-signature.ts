import { anchorText, type SignedAnchor } from "#domain/audit/anchor.ts";
import { fingerprintOf, isSignedBy } from "../keys/signed-by.ts";

/** What is wrong with an anchor's signature, to follow “Anchor 7 …”; undefined when one of the trusted keys made it. */
export function anchorWrong(anchor: SignedAnchor, trusted: ReadonlySet<string>): string | undefined {
  if (fingerprintOf(anchor.publicKey) !== anchor.keyFingerprint) return "does not hold the key it names";
  if (!trusted.has(anchor.keyFingerprint))
    return `is signed with another key (${anchor.keyFingerprint.slice(0, 16)} …)`;
  return isSignedBy(anchor.publicKey, anchorText(anchor), anchor.signature)
    ? undefined
    : "does not fit its signature: it was changed";
}
