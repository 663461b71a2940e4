import type { Person } from "../people/person.ts";
import type { Role } from "../people/role.ts";
import { barredAs, type Hands } from "./hands.ts";
import type { AssuranceProfile, NeededSignOff } from "./needed.ts";

export interface WhoToAsk {
  readonly needed: NeededSignOff;
  readonly contract: string;
  readonly hands: Hands;
  readonly profile: AssuranceProfile;
  readonly everybody: readonly Person[];
  /** Already asked about the same content: not asked twice. */
  readonly asked: readonly string[];
}

/** Where a role goes that nobody free holds: the next distinct person, a senior leader at last an external reviewer. */
const passesTo: readonly Role[] = ["regional-manager", "senior-leader", "external-reviewer"];

/**
 * Whom to ask: the first who holds the role over the contract and has no other hand in the thing. Where nobody is, the
 * role passes on. Undefined: nobody in the organisation may, so an external reviewer has to be named.
 */
export function whoToAsk({ needed, contract, hands, profile, everybody, asked }: WhoToAsk): Person | undefined {
  const free = everybody.filter(
    (each) => !asked.includes(each.id) && barredAs(each, needed.capacity, { hands, profile, everybody }) === undefined,
  );
  const roles = [needed.role, ...passesTo.filter((role) => role !== needed.role)];
  return roles.map((role) => free.find((each) => holds(each, role, contract))).find((each) => each !== undefined);
}

const holds = ({ assignments }: Person, role: Role, contract: string) =>
  assignments.some((each) => each.role === role && (each.contracts === "all" || each.contracts.includes(contract)));
