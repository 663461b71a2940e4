import { addDays, type Day } from "../day.ts";
import type { Role } from "../people/role.ts";
import type { SignOff } from "../registers/sign-offs.ts";
import type { NeededSignOff } from "./needed.ts";

/** Where an ask stands, worked out from the rows. `no-longer-valid`: the content changed since it was asked or signed. */
export type SignOffState = "asked" | "approved" | "returned" | "no-longer-valid" | "lapsed";

/** An ask nobody answered is lapsed this many days after its day. */
export const LAPSES_AFTER_DAYS = 28;

/** Key of the one decision an ask can have. */
export const decisionKey = (ask: string): string => `${ask}.decision`;

export const decisionOf = (ask: SignOff, rows: readonly SignOff[]): SignOff | undefined =>
  rows.find((row) => row.kind === "decision" && row.ask === ask.key);

/** @param currentHash SHA-256 of the content as it is now. */
export function signOffState(
  ask: SignOff,
  decision: SignOff | undefined,
  { currentHash, today }: { readonly currentHash: string; readonly today: Day },
): SignOffState {
  if (decision?.decision === "return") return "returned";
  if (ask.contentHash !== currentHash || (decision && decision.contentHash !== currentHash)) return "no-longer-valid";
  if (decision) return "approved";
  return ask.due !== undefined && addDays(ask.due, LAPSES_AFTER_DAYS) < today ? "lapsed" : "asked";
}

/** The roles whose valid approval is still missing, in the order they are asked. Empty: it is approved. */
export function stillNeeded(
  needed: readonly NeededSignOff[],
  rows: readonly SignOff[],
  { subject, currentHash }: { readonly subject: string; readonly currentHash: string },
): readonly Role[] {
  const valid = rows.filter(
    (row) =>
      row.kind === "decision" &&
      row.decision === "approve" &&
      row.subject === subject &&
      row.contentHash === currentHash,
  );
  return needed.map(({ role }) => role).filter((role) => !valid.some((row) => row.role === role));
}
