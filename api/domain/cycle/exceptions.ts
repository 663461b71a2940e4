import type { Instant } from "../day.ts";
import { hasRole, type Person } from "../people/person.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Cycle } from "../registers/cycles.ts";
import { sameHand } from "../signoff/same-hand.ts";
import type { GatedStage } from "./stages.ts";

type Exceptions = NonNullable<Cycle["exceptions"]>;

export interface ExceptionAsked {
  readonly stage: GatedStage;
  readonly check: string;
  /** Of the blocker, as `subjectId` gives it; without it, all that the check finds. */
  readonly subject?: string;
  readonly reason: string;
}

/** These say that nobody can know what was signed or stored; no leader can wave that through. */
const never = ["signoff.same-person", "signoff.void", "signoff.incomplete", "audit.chain-broken", "pack.unversioned"];

/** One senior leader asks, with a reason that the pack prints. It lets nothing through until another grants it. */
export function askException(
  { exceptions = [] }: Pick<Cycle, "exceptions">,
  { stage, check, subject, reason }: ExceptionAsked,
  { by, now }: { readonly by: Person; readonly now: Instant },
): Pick<Cycle, "exceptions"> | Refusal {
  if (!hasRole(by, "senior-leader")) return notASeniorLeader();
  if (never.includes(check))
    return refuse(
      "cycle.no-exception",
      "There is no exception to this: it says who signed what, or that the trail is whole.",
      "Clear it; the early warning says how.",
    );
  if (!reason.trim())
    return refuse("cycle.reason-missing", "An exception needs a reason: the pack prints it.", "Say why in a sentence.");
  if (exceptions.some((each) => each.stage === stage && each.check === check && each.subject === subject))
    return refuse(
      "cycle.already-asked",
      "This exception has been asked for already.",
      "Another senior leader can grant it.",
    );
  const asked = { stage, check, ...(subject && { subject }), reason: reason.trim(), askedBy: by.id, askedAt: now };
  return { exceptions: [...exceptions, asked] };
}

/** A different senior leader grants it; nobody who stands in for the one who asked, or for whom they stand in. */
export function grantException(
  { exceptions = [] }: Pick<Cycle, "exceptions">,
  which: Pick<ExceptionAsked, "stage" | "check" | "subject">,
  { by, now, everybody }: { readonly by: Person; readonly now: Instant; readonly everybody: readonly Person[] },
): Pick<Cycle, "exceptions"> | Refusal {
  if (!hasRole(by, "senior-leader")) return notASeniorLeader();
  const is = (each: Exceptions[number]) =>
    each.stage === which.stage && each.check === which.check && each.subject === which.subject;
  const asked = exceptions.find(is);
  if (asked === undefined)
    return refuse("cycle.not-asked", "Nobody has asked for this exception.", "A senior leader asks for it first.");
  if (asked.grantedBy !== undefined)
    return refuse("cycle.already-granted", "This exception is granted already.", "Nothing more to do.");
  if (sameHand(by, asked.askedBy, everybody))
    return refuse(
      "cycle.same-leader",
      "You asked for this exception, or stand in for whoever did; a different senior leader grants it.",
      "Ask another senior leader.",
    );
  return { exceptions: exceptions.map((each) => (is(each) ? { ...each, grantedBy: by.id, grantedAt: now } : each)) };
}

const notASeniorLeader = () =>
  refuse("cycle.not-your-role", "Exceptions are for senior leaders to ask for and to grant.", "Ask a senior leader.");
