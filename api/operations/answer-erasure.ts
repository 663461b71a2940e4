import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { barredFromAnswering } from "#domain/governance/erasure.ts";
import { personalData } from "#domain/registers/personal-data.ts";
import { operation } from "./operation.ts";
import { isOverAll, notOverAll } from "./over-all.ts";

const who = ["senior-leader"] as const;

/** A second person agrees to the erasure of a person, or turns it down. Agreed, it is carried out within minutes. */
export const answerErasure = operation({
  name: "answer-erasure",
  method: "POST",
  path: "/personal-data/erasures/:key/answer",
  summary: "Agree to erase a person, or turn it down with a reason.",
  who,
  input: z.strictObject({
    key: z.string(),
    agree: z.boolean(),
    reason: z.string().trim().min(10, "say why, without naming anybody").max(2000),
  }),
  answer: z.object({ agreed: z.boolean() }),
  async run({ key, agree, reason }, { outside, person, now }) {
    if (!isOverAll(person, who)) return notOverAll();
    const { store } = outside;
    const ask = await store.fresh(personalData, key);
    if (ask?.kind !== "erasure-ask") throw notFound("request to erase", key);
    const barred = barredFromAnswering(ask, person, store.all(personalData));
    if (barred) return barred;
    const kind = agree ? "erasure-agreed" : "erasure-refused";
    const { row } = await store.add(
      personalData,
      `${key}.answer`,
      { kind, about: "person", subject: ask.subject, reason, by: person.id, at: now, ask: key },
      { by: person, did: agree ? "person.agree-erasure" : "person.refuse-erasure" },
    );
    return { agreed: row.kind === "erasure-agreed" };
  },
});
