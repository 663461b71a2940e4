import { z } from "zod";
import { isFiled } from "#domain/checks/pack-not-filed.ts";
import { londonDay } from "#domain/day.ts";
import { notFound } from "#domain/errors.ts";
import { refuse } from "#domain/refusal.ts";
import { contracts } from "#domain/registers/contracts.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { packs } from "#domain/registers/packs.ts";
import { operation } from "./operation.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

/** Records how a filed pack went to the commissioner: to whom, by the agreed route, when, and what came back. */
export const submitPack = operation({
  name: "submit-pack",
  method: "POST",
  path: "/packs/:key/submission",
  summary: "Record that a filed pack was sent to the commissioner.",
  who: ["contracts-manager"],
  input: z.strictObject({
    key: z.string(),
    etag: z.string().min(1),
    submittedTo: z.string().trim().min(1, "say to whom it was sent").max(255),
    route: z.enum(["secure-email", "portal", "file-transfer"]),
    receipt: z.string().max(4000).optional(),
    portalReference: z.string().max(255).optional(),
    receivedOn: z.iso.date().optional(),
  }),
  answer: rowAnswer,
  async run({ key, etag, ...sent }, { rows, person, now }) {
    const pack = rows.one(packs, key);
    const contract = pack && rows.one(contracts, pack.contract);
    const cycle = pack && rows.one(cycles, pack.cycle);
    if (!pack || !contract || !cycle) throw notFound("pack", key);
    if (pack.status === "submitted")
      return refuse("pack.already-sent", "It is already recorded that this version was sent.", "Nothing more to do.");
    if (!isFiled(pack) || cycle.stage !== "submit")
      return refuse(
        "pack.not-filed",
        "Only a signed version that is built and filed can be sent.",
        "Build it in the stage “Compile” first.",
      );
    if (contract.submissionRoute && sent.route !== contract.submissionRoute)
      return refuse(
        "pack.wrong-route",
        "That is not the route agreed with this commissioner.",
        `The contract says: ${contract.submissionRoute.replaceAll("-", " ")}.`,
      );
    if (sent.receivedOn && sent.receivedOn > londonDay(now))
      return refuse(
        "pack.not-yet",
        `${sent.receivedOn} has not come yet.`,
        "Record the receipt on the day it arrives.",
      );
    const changes = { ...sent, submittedBy: person.id, submittedAt: now, status: "submitted" } as const;
    return answerOf(
      packs,
      await rows.change(packs, key, etag, changes, {
        by: person,
        did: "pack.submit",
        from: pack.status,
        to: "submitted",
      }),
      "shown",
    );
  },
});
