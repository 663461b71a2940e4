import { authorise } from "#domain/people/authorise.ts";
import type { Person } from "#domain/people/person.ts";

/** The services a person looks after. That the others exist is no secret, but they are not theirs. */
export const servicesOf = <S extends { readonly key: string }>(person: Person, services: readonly S[]): readonly S[] =>
  services.filter(({ key }) => authorise(person, "anyone", "read", { services: [key], safeguarding: false }));
