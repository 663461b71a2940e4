import type { readRegister } from "#api/operations/read-register.ts";
import { useAnswer } from "../ask/use-answer.ts";

/** Somebody of the people register, by Entra object id. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Everybody by name, and the name of one by id. */
export function useNames(): { readonly all: readonly Named[]; readonly nameOf: (id: string) => string } {
  const { data } = useAnswer<typeof readRegister>("/registers/people/rows", { query: { most: 500 } });
  const all = (data?.rows ?? [])
    .flatMap(({ answers: { person, status }, headline }) =>
      typeof person === "string" && status !== "left" ? [{ id: person, name: headline }] : [],
    )
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const names = new Map((data?.rows ?? []).map(({ answers: { person }, headline }) => [person, headline]));
  return { all, nameOf: (id) => names.get(id) ?? (data ? "Somebody who left" : "…") };
}
