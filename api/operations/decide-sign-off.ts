import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { isRefusal, refuse } from "#domain/refusal.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { packs } from "#domain/registers/packs.ts";
import { signOffs } from "#domain/registers/sign-offs.ts";
import { decideSignOff as decide } from "#domain/signoff/decide.ts";
import { decisionKey } from "#domain/signoff/state.ts";
import { hashNow } from "../packs/build-content.ts";
import { cycleFacts } from "./cycle-facts.ts";
import { operation } from "./operation.ts";

/**
 * Approves or returns what the person was asked to sign. Everything it rests on is read again from SharePoint first, and
 * what is signed is the content as it is now. A second answer to the same question gives the first one back.
 */
export const decideSignOff = operation({
  name: "decide-sign-off",
  method: "POST",
  path: "/sign-offs/:key/decision",
  summary: "Approve or return what you were asked to sign.",
  who: "anyone",
  input: z.strictObject({
    key: z.string(),
    decision: z.enum(["approve", "return"]),
    reason: z.string().max(2000).optional(),
    contentHash: z.string().regex(/^[0-9a-f]{64}$/, "must be the fingerprint of what you read"),
    via: z.enum(["tab", "card"]).default("tab"),
  }),
  answer: z.object({
    decision: z.enum(["approve", "return"]),
    decidedAt: z.string(),
    person: z.string(),
    already: z.boolean(),
  }),
  async run({ key, ...command }, { rows, outside, person, now }) {
    const ask = await rows.fresh(signOffs, key);
    if (ask?.kind !== "ask") throw notFound("sign-off", key);
    const { store } = outside;
    const pack = await store.fresh(packs, ask.subject);
    const cycle = pack && (await store.fresh(cycles, pack.cycle));
    if (!pack || !cycle) throw notFound("pack", ask.subject);
    const facts = await cycleFacts(outside, cycle.key);
    const currentHash = pack.status === "draft" ? await hashNow(outside, facts, pack) : pack.contentHash;
    const outcome = decide(
      {
        ask,
        rows: facts.signOffs.filter(({ subject }) => subject === pack.key),
        currentHash,
        authors: pack.authors ?? [],
        validators: pack.validators ?? [],
        profile: facts.settings.assuranceProfile,
        everybody: facts.everybody,
      },
      { by: person, ...command },
      now,
    );
    if (isRefusal(outcome)) return outcome;
    if ("already" in outcome) return answerOf(outcome.already, true);
    const { row, created } = await store.add(signOffs, decisionKey(key), outcome.add, {
      by: person,
      did: `sign-off.${command.decision}`,
      ...(command.reason && { reason: command.reason }),
    });
    if (
      created &&
      pack.status === "draft" &&
      (await hashNow(outside, await cycleFacts(outside, cycle.key), pack)) !== currentHash
    ) {
      return refuse(
        "signoff.void",
        "The pack changed while you signed it, so this signature is not valid. It is kept, and no pack can be built from it.",
        "Open it as it is now. The contracts manager asks for sign-off again.",
      );
    }
    return answerOf(row, !created);
  },
});

const answerOf = (
  {
    decision = "return",
    decidedAt = "",
    person,
  }: { decision?: "approve" | "return" | undefined; decidedAt?: string | undefined; person: string },
  already: boolean,
) => ({ decision, decidedAt, person, already });
