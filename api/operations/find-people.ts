import { z } from "zod";
import { people } from "#domain/registers/people.ts";
import { NOT_PERMITTED } from "../graph/colleagues.ts";
import { onlyInTheTab, REGISTER_ONLY } from "./in-their-name.ts";
import { type Call, operation } from "./operation.ts";

const MOST = 10;

/** Colleagues by name, for whoever has to name one: everybody in the directory, or else in the people register. */
export const findPeople = operation({
  name: "find-people",
  method: "GET",
  path: "/people/found",
  summary: "Colleagues whose name begins with these words, as Microsoft 365 shows them to you.",
  who: "anyone",
  input: z.strictObject({ name: z.string().trim().min(2, "give at least two letters").max(100) }),
  answer: z.object({
    people: z.array(z.object({ person: z.string(), name: z.string(), jobTitle: z.string().optional() })),
    /** Why there is less here than there might be. */
    say: z.string().optional(),
  }),
  async run({ name }, { rows, colleagues }) {
    if (!colleagues) return onlyInTheTab();
    const found = await colleagues.find(name);
    if (found === NOT_PERMITTED) return { people: inRegister(rows, name), say: REGISTER_ONLY };
    return { people: [...found] };
  },
});

/** Every word of what was typed begins a word of the name. */
function inRegister(rows: Call["rows"], name: string) {
  const wanted = wordsOf(name);
  return rows
    .all(people)
    .filter((row) => wanted.every((word) => wordsOf(row.name).some((each) => each.startsWith(word))))
    .slice(0, MOST)
    .map((row) => ({ person: row.person, name: row.name, ...(row.jobTitle && { jobTitle: row.jobTitle }) }));
}

const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
