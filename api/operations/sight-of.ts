import { authorise } from "#domain/people/authorise.ts";
import type { Person } from "#domain/people/person.ts";
import type { CycleScope } from "../records/cycle-figures.ts";
import type { Sight } from "./figure-answer.ts";

/** Totals need the contract; a service's own cell needs the service. */
export const sightOf = (person: Person, { contract }: Pick<CycleScope, "contract">): Sight => ({
  totals: authorise(person, "anyone", "read", { contract, services: [], safeguarding: false, totals: true }),
  sees: (service) => authorise(person, "anyone", "read", { services: [service], safeguarding: false }),
});
