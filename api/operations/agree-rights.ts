import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { agreeRights as decide, mayAgree } from "#domain/people/rights.ts";
import { isRefusal } from "#domain/refusal.ts";
import { people } from "#domain/registers/people.ts";
import { organisationAsKept } from "./everybody.ts";
import { operation } from "./operation.ts";

/** A second person agrees to what was asked for, as they have just seen it: from now on it is in force. */
export const agreeRights = operation({
  name: "agree-rights",
  method: "POST",
  path: "/people/:key/rights/agreement",
  summary: "Agree, as a second person, to the rights that were asked for.",
  who: mayAgree,
  input: z.strictObject({ key: z.string(), etag: z.string().min(1, "say which version you saw") }),
  answer: z.object({ key: z.string(), etag: z.string() }),
  async run({ key, etag }, { rows, outside, person, now }) {
    const row = await rows.fresh(people, key);
    if (!row) throw notFound("person", key);
    const changes = decide(row, person, organisationAsKept(outside), now);
    if (isRefusal(changes)) return changes;
    const changed = await rows.change(people, key, etag, changes, { by: person, did: "rights.agree" });
    return { key, etag: changed.etag };
  },
});
