import type { Person } from "#domain/people/person.ts";
import type { Role } from "#domain/people/role.ts";
import { type Refusal, refuse } from "#domain/refusal.ts";

/** True when the person holds one of the roles over the whole organisation, not over some services or contracts. */
export const isOverAll = ({ assignments }: Person, roles: readonly Role[]): boolean =>
  assignments.some(
    ({ role, services, contracts }) => roles.includes(role) && services === "all" && contracts === "all",
  );

export const notOverAll = (): Refusal =>
  refuse(
    "person.not-over-all",
    "This holds something of every service and contract, and your role covers some of them.",
    "Ask somebody with the same role over the whole organisation, or your administrator if yours should be.",
  );
