import type { Day, Instant } from "../day.ts";

/**
 * One sentence; it cites figures, or is the manager's own account. A citation is an indicator's code for the contract's
 * total, `code@service` for one service, `code@before` for the total of the period before.
 */
export interface SentenceInPack {
  readonly text: string;
  readonly cites: readonly string[];
  readonly managersAccount: boolean;
}

export interface CommentaryInPack {
  readonly key: string;
  /** Title of the specification's section it belongs to. */
  readonly section: string;
  readonly theme: string;
  readonly author: string;
  readonly sentences: readonly SentenceInPack[];
}

/** What last period's pack worried about, and what the numbers say now. */
export interface ThemeInPack {
  readonly title: string;
  readonly saidLastTime: string;
  readonly verdict: "improved" | "stable" | "escalated" | "new";
  /** The numbers behind the verdict, in words, and the figures they come from. */
  readonly because: string;
  readonly cites: readonly string[];
}

export interface ActionInPack {
  readonly title: string;
  /** Name of the service; absent when it is the organisation's. */
  readonly service?: string;
  /** Role of the owner; names stay inside. */
  readonly owner: string;
  readonly due: Day;
  /** As the tracker has it, in words, e.g. `complete`, `in progress`. */
  readonly status: string;
  readonly done: boolean;
  /** Promised in the last pack, or begun since. */
  readonly from: "last-time" | "this-period";
  /** Effective, not yet effective, too early to say; with the measure in words. */
  readonly result?: string;
  /** The figures `result` speaks of. */
  readonly cites: readonly string[];
}

/** A gate passed with an exception: one senior leader asks, a different one grants, and the pack prints why. */
export interface ExceptionInPack {
  readonly gate: string;
  readonly reason: string;
  readonly askedBy: string;
  readonly grantedBy: string;
  readonly at: Instant;
}

/** Somebody who made or checked the pack. */
export interface HandInPack {
  readonly name: string;
  readonly role: string;
  readonly did: string;
}
