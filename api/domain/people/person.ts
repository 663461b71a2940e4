import type { Role } from "./role.ts";

/** A role over a part of the organisation. A region and an organisation are already spelt out as their services and contracts. */
export interface Assignment {
  readonly role: Role;
  /** `all`, or the keys of the services it covers. */
  readonly services: "all" | readonly string[];
  /** `all`, or the keys of the contracts it covers. */
  readonly contracts: "all" | readonly string[];
  /** Contracts some of these services are bought under: their cycles may be seen, their totals not. */
  readonly serves?: readonly string[];
}

/** Whoever is asking, as the people register has them at this moment. */
export interface Person {
  /** Entra object id. */
  readonly id: string;
  readonly name: string;
  readonly assignments: readonly Assignment[];
  /** A separate right: to see safeguarding rows. */
  readonly safeguarding: boolean;
  /** People this person stands in for today; their exclusions are inherited. */
  readonly deputyFor: readonly string[];
}

export const hasRole = ({ assignments }: Person, ...wanted: readonly Role[]): boolean =>
  assignments.some(({ role }) => wanted.includes(role));
