import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { dropAsked, mayAgree } from "#domain/people/rights.ts";
import { isRefusal } from "#domain/refusal.ts";
import { people } from "#domain/registers/people.ts";
import { operation } from "./operation.ts";
import { whyInput } from "./rights-input.ts";

/** What was asked for is turned down, or taken back by whoever asked. Nothing changes for the person. */
export const dropRights = operation({
  name: "drop-rights",
  method: "POST",
  path: "/people/:key/rights/withdrawal",
  summary: "Turn down, or take back, the rights that were asked for.",
  who: mayAgree,
  input: z.strictObject({ key: z.string(), etag: z.string().min(1), reason: whyInput }),
  answer: z.object({ key: z.string(), etag: z.string() }),
  async run({ key, etag, reason }, { rows, person }) {
    const row = rows.one(people, key);
    if (!row) throw notFound("person", key);
    const changes = dropAsked(row);
    if (isRefusal(changes)) return changes;
    const changed = await rows.change(people, key, etag, changes, { by: person, did: "rights.drop", reason });
    return { key, etag: changed.etag };
  },
});
