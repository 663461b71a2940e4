import { everybody } from "#api/operations/everybody.ts";
import type { Outside } from "#api/outside.ts";
import { people } from "#domain/registers/people.ts";

export interface FirstAdministrator {
  /** Entra object id. */
  readonly id: string;
  readonly name: string;
}

/**
 * Puts the first two administrators into the people register, sealed as every row there. Everybody after them is added by
 * one of them and agreed by the other, so it is done while there is no administrator, and never again.
 */
export async function addFirstAdministrators(
  outside: Outside,
  wanted: readonly FirstAdministrator[],
): Promise<readonly string[]> {
  const there = everybody(outside).filter(({ assignments }) =>
    assignments.some(({ role }) => role === "administrator"),
  );
  const others = there.filter(({ id }) => !wanted.some((each) => each.id === id));
  if (others.length > 0 || there.length >= wanted.length)
    return [`There are administrators already (${there.map(({ name }) => name).join(", ")}), so nobody was added.`];
  const said: string[] = [];
  for (const { id, name } of wanted) {
    const { created } = await outside.store.add(
      people,
      id,
      {
        person: id,
        name,
        assignments: [{ role: "administrator", over: "organisation" }],
        safeguarding: false,
        status: "active",
      },
      { by: "system", did: "people.first-administrator", reason: "Named when the site was provisioned." },
    );
    if (created) said.push(`${name} is an administrator now.`);
  }
  return said;
}
