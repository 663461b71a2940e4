import { z } from "zod";
import { erasureStanding } from "#domain/governance/erasure.ts";
import { refuse } from "#domain/refusal.ts";
import { personalData } from "#domain/registers/personal-data.ts";
import { pseudonymOf } from "../records/find-records.ts";
import { operation } from "./operation.ts";
import { isOverAll, notOverAll } from "./over-all.ts";

const who = ["contracts-manager", "quality-lead", "safeguarding-lead"] as const;

/** Asks for a person who is supported to be erased. Their reference is turned into the pseudonym at once and not kept. */
export const askErasure = operation({
  name: "ask-erasure",
  method: "POST",
  path: "/personal-data/erasures",
  summary: "Ask for everything about one supported person to be erased; a senior leader has to agree.",
  who,
  input: z.strictObject({
    reference: z.string().trim().min(1, "give their reference in the care system").max(120),
    reason: z.string().trim().min(10, "say why, without naming anybody").max(2000),
  }),
  answer: z.object({ key: z.string() }),
  async run({ reference, reason }, { outside, person, now }) {
    if (!isOverAll(person, who)) return notOverAll();
    const subject = pseudonymOf(reference, outside.keys.pseudonymKey());
    const log = outside.store.all(personalData);
    const open = log.find(
      (row) =>
        row.kind === "erasure-ask" &&
        row.subject === subject &&
        ["asked", "agreed"].includes(erasureStanding(row, log)),
    );
    if (open)
      return refuse(
        "erasure.already-asked",
        "Somebody has asked for this person to be erased already.",
        "A senior leader agrees to it or turns it down.",
      );
    const { row } = await outside.store.add(
      personalData,
      `personal-data-${outside.newId()}`,
      { kind: "erasure-ask", about: "person", subject, reason, by: person.id, at: now },
      { by: person, did: "person.ask-erasure" },
    );
    return { key: row.key };
  },
});
