import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { askRights as decide } from "#domain/people/rights.ts";
import { isRefusal } from "#domain/refusal.ts";
import { people } from "#domain/registers/people.ts";
import { organisationAsKept } from "./everybody.ts";
import { operation } from "./operation.ts";
import { rightsInput, whyInput } from "./rights-input.ts";

/** An administrator asks for other rights of a person. It gives nothing until somebody else agrees. */
export const askRights = operation({
  name: "ask-rights",
  method: "POST",
  path: "/people/:key/rights",
  summary:
    "Ask for other roles, scope or deputy of a person, or say that they have left; a second person has to agree.",
  who: ["administrator"],
  input: z.strictObject({ key: z.string(), etag: z.string().min(1), rights: rightsInput, reason: whyInput }),
  answer: z.object({ key: z.string(), etag: z.string() }),
  async run({ key, etag, rights, reason }, { rows, outside, person, now }) {
    const row = rows.one(people, key);
    if (!row) throw notFound("person", key);
    const changes = decide(row, rights, { by: person, reason }, organisationAsKept(outside), now);
    if (isRefusal(changes)) return changes;
    const changed = await rows.change(people, key, etag, changes, { by: person, did: "rights.ask", reason });
    return { key, etag: changed.etag };
  },
});
