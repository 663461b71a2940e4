import { type Instant, londonDay } from "../day.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { PersonRow } from "../registers/people.ts";
import { hasRole, type Person } from "./person.ts";
import type { Organisation } from "./person-of.ts";
import { type Rights, whatIsWrong } from "./rights-asked.ts";
import type { Role } from "./role.ts";

/** Who may agree to what an administrator asked for. */
export const mayAgree: readonly Role[] = ["administrator", "senior-leader"];

/** What is asked for and not yet agreed; undefined when nothing is. */
export function askedOf(row: PersonRow): (Rights & { readonly by: string; readonly at: Instant }) | undefined {
  const { askedAt: at, askedBy: by, askedStatus: status } = row;
  if (at === undefined || by === undefined || status === undefined) return undefined;
  const { askedAssignments: assignments = [], askedSafeguarding: safeguarding = false, askedDeputy: deputy } = row;
  return { assignments, safeguarding, deputy, status, by, at };
}

const nothingAsked = {
  askedAssignments: null,
  askedSafeguarding: null,
  askedDeputy: null,
  askedStatus: null,
  askedReason: null,
  askedBy: null,
  askedAt: null,
} as const;

/** The change of the row that asks for these rights, or why they cannot be asked for. Nothing is given by it. */
export function askRights(
  row: PersonRow,
  wanted: Rights,
  { by, reason }: { readonly by: Person; readonly reason: string },
  organisation: Organisation,
  now: Instant,
) {
  const asked = askedOf(row);
  if (asked)
    return refuse(
      "rights.already-asked",
      `A change for ${row.name} already waits for a second person.`,
      "Agree to it or turn it down first, then ask for the next.",
    );
  const wrong = whatIsWrong(row, wanted, organisation, now);
  if (wrong) return wrong;
  return {
    askedAssignments: wanted.assignments,
    askedSafeguarding: wanted.safeguarding,
    askedDeputy: wanted.deputy ?? null,
    askedStatus: wanted.status,
    askedReason: reason,
    askedBy: by.id,
    askedAt: now,
  };
}

/** Why this person may not agree to what is asked for the row; undefined when they may. */
export function barredFromAgreeing(row: PersonRow, by: Person): Refusal | undefined {
  const asked = askedOf(row);
  if (!asked)
    return refuse("rights.nothing-asked", `Nothing is asked for ${row.name} any more.`, "Look at the page again.");
  if (!hasRole(by, ...mayAgree) || isHand(by, asked.by))
    return refuse(
      "rights.same-person",
      "A change of rights takes two people, and you, or somebody you stand in for, asked for this one.",
      "Another administrator or a senior leader can agree to it.",
    );
  if (isHand(by, row.person))
    return refuse(
      "rights.own",
      "Nobody agrees to their own rights, or to those of somebody they stand in for.",
      "Another administrator or a senior leader can agree to it.",
    );
  return undefined;
}

const isHand = (by: Person, other: string): boolean => by.id === other || by.deputyFor.includes(other);

/** The change of the row that gives what was asked for, or why it cannot be given. */
export function agreeRights(row: PersonRow, by: Person, organisation: Organisation, now: Instant) {
  const asked = askedOf(row);
  const barred = barredFromAgreeing(row, by);
  if (barred || !asked) return barred ?? nothingAsked;
  const wrong = whatIsWrong(row, asked, organisation, now);
  if (wrong) return wrong;
  const { assignments, safeguarding, deputy, status } = asked;
  return {
    assignments,
    safeguarding,
    deputy: deputy ?? null,
    status,
    ...(status === "left" && { to: londonDay(now) }),
    ...(status === "active" && row.status === "left" && { to: null }),
    rightsAskedBy: asked.by,
    rightsAgreedBy: by.id,
    rightsAgreedOn: londonDay(now),
    ...nothingAsked,
  };
}

/** The change of the row that drops what was asked for: by whoever may agree, and by whoever asked. */
export const dropAsked = (row: PersonRow): typeof nothingAsked | Refusal =>
  askedOf(row)
    ? nothingAsked
    : refuse("rights.nothing-asked", `Nothing is asked for ${row.name} any more.`, "Look at the page again.");
