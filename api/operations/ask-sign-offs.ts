import { z } from "zod";
import { addWorkingDays } from "#domain/clocks/working-days.ts";
import { londonDay } from "#domain/day.ts";
import { notFound } from "#domain/errors.ts";
import { refuse } from "#domain/refusal.ts";
import { packs } from "#domain/registers/packs.ts";
import { signOffs } from "#domain/registers/sign-offs.ts";
import { handsIn } from "#domain/signoff/hands.ts";
import { neededFor } from "#domain/signoff/needed.ts";
import { whoToAsk } from "#domain/signoff/who-to-ask.ts";
import { hashNow } from "../packs/build-content.ts";
import { cycleFacts } from "./cycle-facts.ts";
import { operation } from "./operation.ts";

const DAYS_TO_ANSWER = 3;

/** Asks everybody whose sign-off a draft pack needs: different people, none of whom wrote or checked it where that matters. */
export const askSignOffs = operation({
  name: "ask-sign-offs",
  method: "POST",
  path: "/packs/:key/sign-offs",
  summary: "Ask for the sign-offs a draft pack needs.",
  who: ["contracts-manager"],
  input: z.strictObject({ key: z.string() }),
  answer: z.object({
    asks: z.array(z.object({ key: z.string(), role: z.string(), person: z.string(), due: z.string() })),
  }),
  async run({ key }, { rows, outside, person, now }) {
    const pack = rows.one(packs, key);
    if (!pack) throw notFound("pack", key);
    if (pack.status !== "draft")
      return refuse("pack.not-a-draft", "Only a draft is put forward for signing.", "Open the latest version.");
    const facts = await cycleFacts(outside, pack.cycle);
    if ((await hashNow(outside, facts, pack)) !== pack.contentHash)
      return refuse(
        "pack.changed",
        "Something in the pack changed since it was drafted.",
        "Draft it again, then ask for sign-off.",
      );
    const { settings, everybody, contract } = facts;
    const hands = handsIn({ authors: pack.authors ?? [], validators: pack.validators ?? [] }, []);
    const asked: string[] = [];
    const asks: { key: string; role: string; person: string; due: string }[] = [];
    for (const needed of neededFor("pack", settings.assuranceProfile)) {
      const who = whoToAsk({
        needed,
        contract: contract.key,
        hands,
        profile: settings.assuranceProfile,
        everybody,
        asked,
      });
      if (!who)
        return refuse(
          "signoff.nobody",
          `Nobody who may sign as ${needed.role} is free to: everybody who could wrote or checked part of it.`,
          "An administrator can add an external reviewer for this contract.",
        );
      asked.push(who.id);
      const due = addWorkingDays(londonDay(now), DAYS_TO_ANSWER, contract.nation ?? "england-and-wales");
      const { row } = await rows.add(
        signOffs,
        `${key}-${needed.role}`,
        {
          kind: "ask",
          about: "pack",
          subject: key,
          subjectVersion: String(pack.packVersion),
          contentHash: pack.contentHash,
          contract: contract.key,
          cycle: pack.cycle,
          role: needed.role,
          person: who.id,
          due,
        },
        { by: person, did: "sign-off.ask" },
      );
      asks.push({ key: row.key, role: needed.role, person: who.id, due });
    }
    return { asks };
  },
});
