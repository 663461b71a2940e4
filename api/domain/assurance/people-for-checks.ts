import { authorise, type ItemScope } from "../people/authorise.ts";
import { hasRole, type Person } from "../people/person.ts";
import type { Role } from "../people/role.ts";
import { sameHand } from "../signoff/same-hand.ts";

/** Who draws the sample and who checks it, when nobody was named: two people with no deputy between them. */
export interface PeopleForChecks {
  readonly sampler: string;
  readonly checker: string | undefined;
}

/**
 * The quality lead draws and an auditor checks, as good practice divides it; whoever plans takes their own part. `scope`
 * is what they have to cover, a safeguarding plan included.
 */
export function peopleForChecks(by: Person, scope: ItemScope, everybody: readonly Person[]): PeopleForChecks {
  const may = (person: Person, ...roles: readonly Role[]) =>
    hasRole(person, ...roles) && authorise(person, roles, "write", scope);
  const first = (...roles: readonly Role[]) => [by, ...everybody].find((person) => may(person, ...roles)) ?? undefined;
  const sampler = first("quality-lead") ?? by;
  const checkers = [by, ...everybody].filter((person) => may(person, "auditor", "external-reviewer"));
  const checker = checkers.find((person) => !sameHand(person, sampler.id, everybody));
  return { sampler: sampler.id, checker: checker?.id };
}
