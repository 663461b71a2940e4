import type { Register } from "../register/register.ts";
import type { Assignment, Person } from "./person.ts";
import type { Role } from "./role.ts";

/** What a row or a request is about. Empty means the organisation as a whole. */
export interface ItemScope {
  readonly contract?: string | undefined;
  readonly services: readonly string[];
  readonly safeguarding: boolean;
  /** Totals over all services of a contract: seeing some of the services is not enough. */
  readonly totals?: boolean;
}

/** Reading needs any overlap with the item's scope; writing needs all of it. */
export type Action = "read" | "write";

export const organisation: ItemScope = { services: [], safeguarding: false };

/**
 * The one question every route, command, card, export and search asks: may this person do this to that?
 * `who` are the roles that may; `anyone` means any person with an assignment. The person's scope must reach the item.
 */
export function authorise(person: Person, who: readonly Role[] | "anyone", action: Action, item: ItemScope): boolean {
  if (item.safeguarding && !person.safeguarding) return false;
  const held = person.assignments.filter(({ role }) => who === "anyone" || who.includes(role));
  return action === "read" ? held.some((each) => touches(each, item)) : covers(held, item);
}

function touches({ services, contracts, serves = [] }: Assignment, item: ItemScope): boolean {
  if (item.contract === undefined && item.services.length === 0) return true;
  if (item.contract !== undefined && reaches(contracts, item.contract)) return true;
  if (item.services.length > 0) return item.services.some((service) => reaches(services, service));
  return !item.totals && item.contract !== undefined && serves.includes(item.contract);
}

function covers(held: readonly Assignment[], { contract, services }: ItemScope): boolean {
  if (contract === undefined && services.length === 0) return held.length > 0;
  if (contract !== undefined && held.some(({ contracts }) => reaches(contracts, contract))) return true;
  return (
    services.length > 0 && services.every((service) => held.some((assignment) => reaches(assignment.services, service)))
  );
}

const reaches = (over: "all" | readonly string[], key: string) => over === "all" || over.includes(key);

/** The scope of one row, read from the fields its register names. */
export function scopeOf({ scope }: Register, row: Readonly<Record<string, unknown>>): ItemScope {
  const services = scope.services === undefined ? undefined : row[scope.services];
  const contract = scope.contract === undefined ? undefined : row[scope.contract];
  return {
    contract: typeof contract === "string" && contract !== "" ? contract : undefined,
    services: Array.isArray(services) ? services : typeof services === "string" && services !== "" ? [services] : [],
    safeguarding: isSafeguarding(scope, row),
    ...(scope.totals && { totals: true }),
  };
}

function isSafeguarding({ safeguarding }: Register["scope"], row: Readonly<Record<string, unknown>>): boolean {
  if (safeguarding === undefined || safeguarding === "always") return safeguarding === "always";
  const value = row[safeguarding.field];
  return safeguarding.is.some((each) => (Array.isArray(value) ? value.includes(each) : value === each));
}
