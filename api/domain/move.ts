import { hasRole, type Person } from "./people/person.ts";
import { type Role, roleNames } from "./people/role.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { optionWords } from "./register/option-words.ts";

/** One way a row may go from one status to another. A register's moves are a const table of these. */
export interface Move<Status extends string = string> {
  readonly from: readonly Status[];
  readonly to: Status;
  /** Roles that may, or `anyone`; who exactly (the owner, never the owner) is the rule's to say. */
  readonly who: readonly Role[] | "anyone";
  readonly needsReason: boolean;
  /** What the person wants, after “to”: `accept the evidence`. */
  readonly says: string;
}

export type Moves<Status extends string = string> = Readonly<Record<string, Move<Status>>>;

/** A move that may be made: where the row stands and will stand. Goes into the row's history as it is. */
export interface Moving<Status extends string = string> {
  readonly from: Status;
  readonly to: Status;
  readonly reason?: string;
}

/** Where a row stands, who moves it, and why. */
export interface Mover<Status extends string = string> {
  readonly status: Status;
  readonly by: Person;
  readonly reason?: string | undefined;
}

/**
 * The part every moves table shares: the row stands where the move starts, the person has the role, a reason is
 * given where one is needed. `thing` is the trade's word for the row and the first half of the refusal's rule id.
 */
export function mayMove<Status extends string>(
  thing: string,
  move: Move<Status>,
  { status, by, reason }: Mover<Status>,
): Moving<Status> | Refusal {
  const { from, to, who, needsReason, says } = move;
  const rule = thing.replaceAll(" ", "-");
  if (!from.includes(status))
    return refuse(
      `${rule}.not-now`,
      `You cannot ${says} now: this ${thing} is “${optionWords(status)}”.`,
      `That can be done when it is ${either(from.map((each) => `“${optionWords(each)}”`))}.`,
    );
  if (who !== "anyone" && !hasRole(by, ...who))
    return refuse(
      `${rule}.not-your-role`,
      `You cannot ${says}: it is not part of your role.`,
      `Ask ${either(who.map((role) => aRole(role)))}.`,
    );
  const given = reason?.trim();
  if (needsReason && !given)
    return refuse(`${rule}.reason-missing`, `To ${says}, a reason is needed.`, "Say why in a sentence and try again.");
  return { from: status, to, ...(given && { reason: given }) };
}

/** “a quality lead”, “an auditor”. */
export const aRole = (role: Role): string => `${/^[aeiouE]/.test(roleNames[role]) ? "an" : "a"} ${roleNames[role]}`;

/** “a”, “a or b”, “a, b or c”. */
export const either = (options: readonly string[]): string =>
  options.length < 2 ? options.join("") : `${options.slice(0, -1).join(", ")} or ${options.at(-1) ?? ""}`;
