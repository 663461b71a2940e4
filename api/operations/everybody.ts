import type { Person } from "#domain/people/person.ts";
import { type Organisation, personOf } from "#domain/people/person-of.ts";
import { contracts } from "#domain/registers/contracts.ts";
import { people } from "#domain/registers/people.ts";
import { services } from "#domain/registers/services.ts";
import type { Outside } from "../outside.ts";

type Known = Pick<Outside, "store" | "clock" | "accounts">;

/** Whose account is closed is not there, whatever the register says; nobody then stands in for them either. */
const organisationOf = ({ store, accounts }: Known) => ({
  people: store.all(people).filter(({ person }) => !accounts.closed(person)),
  services: store.all(services),
  contracts: store.all(contracts),
});

/** The person with this Entra id as the people register has them now; undefined for who is not there or has left. */
export const findPerson = (outside: Known, id: string): Person | undefined =>
  personOf(id, organisationOf(outside), outside.clock());

/** Everybody who works here today, deputies' rights included. */
export function everybody(outside: Known): readonly Person[] {
  const organisation = organisationOf(outside);
  return organisation.people.flatMap(({ person }) => personOf(person, organisation, outside.clock()) ?? []);
}

/** The three registers as they stand, closed accounts included: what rules about rights go by. */
export const organisationAsKept = (outside: Known): Organisation => ({
  people: outside.store.all(people),
  services: outside.store.all(services),
  contracts: outside.store.all(contracts),
});

/** A person's name as the people register has it; their id when it has none. */
export const nameOf = ({ store }: Pick<Outside, "store">, id: string): string =>
  store.all(people).find(({ person }) => person === id)?.name ?? id;

/** Who stands in for a person, if the people register names somebody who works here. */
export function deputyOf(outside: Known, id: string): string | undefined {
  const deputy = outside.store.all(people).find(({ person }) => person === id)?.deputy;
  return deputy !== undefined && findPerson(outside, deputy) ? deputy : undefined;
}
