import { type Instant, londonDay } from "../day.ts";
import type { Contract } from "../registers/contracts.ts";
import type { PersonRow } from "../registers/people.ts";
import type { Service } from "../registers/services.ts";
import type { Assignment, Person } from "./person.ts";

/** What the organisation looks like: the three registers that rights are worked out from. */
export interface Organisation {
  readonly people: readonly PersonRow[];
  readonly services: readonly Service[];
  readonly contracts: readonly Contract[];
}

type Given = NonNullable<PersonRow["assignments"]>[number];

/**
 * The person as the people register has them today: regions and contracts spelt out as services, roles that have not
 * begun or have ended left out, absent principals they stand in for added. Undefined for who is not there or has left.
 */
export function personOf(id: string, { people, services, contracts }: Organisation, now: Instant): Person | undefined {
  const today = londonDay(now);
  const row = people.find(({ person }) => person === id);
  if (row?.status !== "active" || !inForce(row, today)) return undefined;
  const principals = people.filter(
    ({ deputy, absentFrom, absentTo, status }) =>
      deputy === id &&
      status === "active" &&
      absentFrom !== undefined &&
      inForce({ from: absentFrom, to: absentTo }, today),
  );
  const own = [row, ...principals].flatMap(({ assignments = [] }) => assignments);
  return {
    id,
    name: row.name,
    safeguarding: row.safeguarding || principals.some(({ safeguarding }) => safeguarding),
    deputyFor: principals.map(({ person }) => person),
    assignments: own
      .filter((assignment) => inForce(assignment, today))
      .flatMap((assignment) => spelt(assignment, services, contracts)),
  };
}

const inForce = ({ from, to }: { from?: string | undefined; to?: string | undefined }, today: string): boolean =>
  (from === undefined || from <= today) && (to === undefined || today <= to);

function spelt(
  { role, over, where = [] }: Given,
  services: readonly Service[],
  contracts: readonly Contract[],
): Assignment[] {
  if (role === "administrator") return [{ role, services: [], contracts: [] }];
  if (over === "organisation") return [{ role, services: "all", contracts: "all" }];
  if (where.length === 0) return [];
  if (over === "contract") {
    const served = contracts.filter(({ key }) => where.includes(key)).flatMap((contract) => contract.services ?? []);
    return [{ role, services: [...new Set(served)], contracts: where }];
  }
  const covered =
    over === "service" ? where : services.filter(({ region }) => where.includes(region ?? "")).map(({ key }) => key);
  const serves = contracts.filter((contract) => contract.services?.some((service) => covered.includes(service)));
  return [{ role, services: covered, contracts: [], serves: serves.map(({ key }) => key) }];
}
