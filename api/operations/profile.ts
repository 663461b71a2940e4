import { z } from "zod";
import { people } from "#domain/registers/people.ts";
import { NOT_PERMITTED } from "../graph/colleagues.ts";
import { onlyInTheTab, REGISTER_ONLY } from "./in-their-name.ts";
import { operation } from "./operation.ts";

/** Who is asking, as the directory has them, read with their own rights. Says nothing of what they may do: see `me`. */
export const profile = operation({
  name: "profile",
  method: "GET",
  path: "/me/profile",
  summary: "Your name, job title, office and whether there is a picture of you, as Microsoft 365 has them.",
  who: "anyone",
  input: z.strictObject({}),
  answer: z.object({
    name: z.string(),
    jobTitle: z.string().optional(),
    office: z.string().optional(),
    hasPhoto: z.boolean(),
    /** Why there is less here than there might be. */
    say: z.string().optional(),
  }),
  async run(_input, { person, rows, colleagues }) {
    if (!colleagues) return onlyInTheTab();
    const self = await colleagues.self();
    if (self !== NOT_PERMITTED) return { ...self, name: self.name || person.name };
    const { jobTitle } = rows.all(people).find((row) => row.person === person.id) ?? {};
    return { name: person.name, ...(jobTitle && { jobTitle }), hasPhoto: false, say: REGISTER_ONLY };
  },
});
