import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { hasRole } from "#domain/people/person.ts";
import { refuse } from "#domain/refusal.ts";
import { people } from "#domain/registers/people.ts";
import { operation } from "./operation.ts";

/** From when until when somebody is away, so that their deputy stands in. Who the deputy is takes two people. */
export const setAbsence = operation({
  name: "set-absence",
  method: "POST",
  path: "/people/:key/absence",
  summary: "Say when you, or somebody you administer, will be away and their deputy stands in.",
  who: "anyone",
  input: z.strictObject({
    key: z.string(),
    etag: z.string().min(1),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  }),
  answer: z.object({ key: z.string(), etag: z.string() }),
  async run({ key, etag, from, to }, { rows, person }) {
    const row = rows.one(people, key);
    if (!row) throw notFound("person", key);
    if (row.person !== person.id && !hasRole(person, "administrator"))
      return refuse(
        "absence.not-yours",
        "You can only say when you are away yourself.",
        "An administrator can say it for a colleague.",
      );
    if (row.person !== person.id && row.deputy === person.id)
      return refuse(
        "absence.deputy",
        "You stand in for this person, so somebody else says when that begins.",
        "They can say it themselves, or another administrator can.",
      );
    if (to !== undefined && (from === undefined || to < from))
      return refuse("absence.order", "An absence ends after it begins.", "Give its first day, and a later last day.");
    const changes = { absentFrom: from ?? null, absentTo: to ?? null };
    const changed = await rows.change(people, key, etag, changes, { by: person, did: "absence.set" });
    return { key, etag: changed.etag };
  },
});
