import type { Day, Instant } from "#domain/day.ts";

/** What a sign-off card tells. Nothing here is restricted: a card may be seen by anyone in its conversation. */
export interface SignOffCardFacts {
  /** Key of the ask. */
  readonly ask: string;
  /** What is to be signed, e.g. `Evidence pack, Westshire County Council, July to September 2026`. */
  readonly what: string;
  readonly version: number;
  /** The role asked for, in words, e.g. `Approver`. */
  readonly role: string;
  readonly due?: Day | undefined;
  /** SHA-256 of the content, lower-case hex; the card shows its first 12. */
  readonly contentHash: string;
  /** What is still in doubt, one plain sentence each. */
  readonly openDoubts: readonly string[];
  readonly authors: readonly string[];
  readonly validators: readonly string[];
  /** Path in the tab. */
  readonly link: string;
  readonly state: "asked" | "approved" | "returned" | "no-longer-valid" | "lapsed";
  readonly decided?:
    | { readonly byName: string; readonly at: Instant; readonly reason?: string | undefined }
    | undefined;
  /** One-time; only on a card whose state is `asked`, for the one person asked. */
  readonly nonce?: string | undefined;
}

/** What the reminder card for an action tells its owner. */
export interface ActionCardFacts {
  readonly key: string;
  /** The action's headline. */
  readonly title: string;
  /** The service's name; absent for the organisation's. */
  readonly service?: string | undefined;
  readonly owner: string;
  readonly due: Day;
  readonly daysOverdue: number;
  /** What evidence completion needs, when it is not restricted. */
  readonly evidenceRequired?: string | undefined;
  /** Path in the tab. */
  readonly link: string;
  /** What the owner has answered, one sentence; absent while nothing has been. */
  readonly answered?: string | undefined;
  /** It is complete; absent until then. */
  readonly done?: boolean | undefined;
  /** One-time; absent once answered or done. */
  readonly nonce?: string | undefined;
}
