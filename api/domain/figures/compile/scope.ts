import type { Period } from "../../period.ts";

/** A service as figures see it: its key, and its kind because some measures make sense for some kinds only. */
export interface ServiceOf {
  readonly key: string;
  readonly kind: string;
}

/** Whose records count: the people whose package is bought under the contract, in these services, in this period. */
export interface Scope {
  readonly contract: string;
  readonly services: readonly ServiceOf[];
  readonly period: Period;
}

/** Kinds of funding that a commissioner pays for; self-funders and direct payments are nobody's figures. */
export const bought = ["council", "nhs", "joint"] as const;
