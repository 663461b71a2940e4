import { z } from "zod";
import type { Instant } from "#domain/day.ts";
import { notFound } from "#domain/errors.ts";
import { signOffs } from "#domain/registers/sign-offs.ts";
import { LAPSES_AFTER_DAYS } from "#domain/signoff/state.ts";
import { signOffCardFacts } from "./card-facts.ts";
import { issueNonce } from "./card-nonce.ts";
import { operation } from "./operation.ts";
import { signOffCard, signOffVerbs } from "./sign-off-card.ts";

const DAY_MS = 86_400_000;

/** Shows what is to be signed. Whoever is asked, or stands in for them, gets buttons that work once and for nobody else. */
export const openSignOff = operation({
  name: "open-sign-off",
  method: "POST",
  path: "/sign-offs/:ask/card",
  summary: "What you are asked to sign, with buttons when it is yours to decide.",
  who: "anyone",
  input: z.strictObject({ ask: z.string() }),
  answer: signOffCardFacts,
  async run({ ask: key }, { rows, outside, person, now }) {
    const ask = rows.one(signOffs, key);
    if (ask?.kind !== "ask") throw notFound("sign-off", key);
    const facts = await signOffCard(outside, ask, now);
    const theirs = ask.person === person.id || person.deputyFor.includes(ask.person);
    if (!theirs || facts.state !== "asked") return facts;
    const nonce = await issueNonce(outside, {
      item: key,
      itemRegister: "sign-offs",
      itemVersion: ask.etag,
      contentHash: ask.contentHash,
      verbs: signOffVerbs,
      person: person.id,
      expires: expiryOf(now),
    });
    return { ...facts, nonce };
  },
});

/** A card works as long as its ask can still be answered. */
export const expiryOf = (now: Instant): Instant => new Date(Date.parse(now) + LAPSES_AFTER_DAYS * DAY_MS).toISOString();
