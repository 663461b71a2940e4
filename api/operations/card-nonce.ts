import { createHash } from "node:crypto";
import type { Instant } from "#domain/day.ts";
import { type CardAction, cardActions } from "#domain/registers/card-actions.ts";
import type { Outside } from "../outside.ts";

/** What the buttons of one card may do, kept by the server: the card itself carries only the nonce. */
export interface CardGrant {
  readonly item: string;
  readonly itemRegister: "sign-offs" | "actions";
  readonly itemVersion: string;
  readonly contentHash?: string;
  readonly verbs: readonly string[];
  /** The one person it works for, by Entra object id. */
  readonly person: string;
  /** The card is where others read along. */
  readonly shared?: boolean;
  readonly expires: Instant;
}

/** Issues a one-time nonce. Only its hash is kept: whoever reads the list learns no nonce from it. */
export async function issueNonce({ store, keys, newId }: Outside, grant: CardGrant): Promise<string> {
  const nonce = keys.seal(`card ${newId()}`);
  const { verbs, ...about } = grant;
  await store.add(
    cardActions,
    keyOf(nonce),
    { ...about, verb: verbs.join(" "), nonce: sha256(nonce) },
    { by: "system", did: "card-action.issue" },
  );
  return nonce;
}

/** The server's record of a nonce, read again from SharePoint; undefined for one we never issued or whose record was tampered with. */
export async function cardOfNonce({ store }: Outside, nonce: string): Promise<CardAction | undefined> {
  const card = await store.fresh(cardActions, keyOf(nonce));
  return card?.nonce === sha256(nonce) ? card : undefined;
}

export const verbsOf = ({ verb }: CardAction): readonly string[] => verb.split(" ");

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const keyOf = (nonce: string) => `card-actions-${sha256(nonce).slice(0, 26)}`;
