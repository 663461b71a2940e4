import type { Day, Instant } from "#domain/day.ts";
import type { Person } from "#domain/people/person.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { ActionCardFacts, SignOffCardFacts } from "./card-facts.ts";

/** What is asked for: past its day, due in the next seven days (today included), or not finished whatever its day. */
export type RowState = "overdue" | "due" | "open";

/** Something that waits for the person. */
export interface WorkItem {
  readonly key: string;
  /** In the trade's words, e.g. `sign-off`, `action`, `sample check`. */
  readonly kind: string;
  /** Never restricted. */
  readonly title: string;
  readonly due?: Day | undefined;
  readonly overdue: boolean;
  /** Path in the tab, e.g. `/sign-offs/westshire-2026-q3-v1-approver`. */
  readonly link: string;
}

export interface FoundRow {
  readonly key: string;
  /** The register's headline field: never restricted. */
  readonly headline: string;
  /** The register's brief fields that are not restricted, in reading order, names and days already in words. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Whole days past its day; absent when not overdue. */
  readonly daysOverdue?: number | undefined;
  readonly link: string;
}

/**
 * The operations the bot asks for, by name, with what goes in and what comes back. Every answer is already limited to
 * what the asker may see; a rule's “no” comes back as a Refusal; failures are LineOfSightErrors.
 */
export interface OperationsAsked {
  /** Everything that waits for the asker, most pressing first. */
  "my-work": {
    readonly input: Readonly<Record<string, never>>;
    readonly answer: { readonly items: readonly WorkItem[] };
  };
  /** Where the contract's open cycle stands, the latest one when none is open. */
  "cycle-status": {
    readonly input: { readonly contract: string };
    readonly answer: {
      /** E.g. `Westshire County Council, July to September 2026`. */
      readonly title: string;
      /** The stage in words, e.g. `Validate`. */
      readonly stage: string;
      /** Which of the eight stages, from 1. */
      readonly step: number;
      /** The submission date. */
      readonly due?: Day | undefined;
      readonly blockers: readonly {
        readonly what: string;
        /** Who can clear it, a name or a role. */
        readonly who: string;
        readonly link?: string | undefined;
      }[];
      readonly link: string;
    };
  };
  /** Rows of a register, longest overdue first, then soonest due. */
  "find-rows": {
    readonly input: {
      /** The register's slug. */
      readonly register: string;
      readonly state: RowState;
      /** Name of one of the register's views, when only its rows are meant. */
      readonly view?: string;
      /** One of the options of the register's `category` field. */
      readonly category?: string;
      /** A service's key. */
      readonly service?: string;
      /** A contract's key. */
      readonly contract?: string;
    };
    readonly answer: {
      readonly asOf: Instant;
      /** How many there are; `rows` holds at most the first 20. */
      readonly total: number;
      readonly rows: readonly FoundRow[];
    };
  };
  /** What the asker is asked to sign, with a new nonce when it is theirs to decide. */
  "open-sign-off": {
    readonly input: { readonly ask: string };
    readonly answer: SignOffCardFacts;
  };
  /**
   * A button on a card was pressed. The nonce names the server's own record of item, version, allowed person and expiry;
   * the card says nothing else about them. The first press decides (through `decide-sign-off`, `action-progress`,
   * `action-offer-evidence`, `action-more-time`); each later press with the same nonce answers what the first answered.
   * `look` decides nothing and uses nothing up: it answers the card as it now stands. An unknown nonce, or another
   * person's, is refused.
   */
  "use-card-action": {
    readonly input: { readonly nonce: string } & CardPress;
    readonly answer: {
      /** One sentence, e.g. `Signed. Thank you.` */
      readonly say: string;
      /** The card as it now stands. */
      readonly card?: CardFacts | undefined;
    };
  };
}

/** The verb of a button and what the person typed beside it. */
export type CardPress =
  | { readonly verb: "look" | "approve"; readonly data: Readonly<Record<string, never>> }
  | { readonly verb: "return"; readonly data: { readonly reason: string } }
  | { readonly verb: "progress"; readonly data: { readonly text: string } }
  | { readonly verb: "offer-evidence"; readonly data: { readonly record: string; readonly note: string } }
  | { readonly verb: "more-time"; readonly data: { readonly until: Day; readonly reason: string } };

/** What a card shows. The server keeps and sends facts; `bot/cards/` alone knows how they look. */
export type CardFacts =
  | { readonly kind: "sign-off"; readonly facts: SignOffCardFacts }
  | { readonly kind: "action"; readonly facts: ActionCardFacts };

/** Asks an operation as a person: role, scope and input are checked on the way, as they are for the tab. */
export type Ask = <Name extends keyof OperationsAsked>(
  person: Person,
  operation: Name,
  input: OperationsAsked[Name]["input"],
) => Promise<OperationsAsked[Name]["answer"] | Refusal>;
