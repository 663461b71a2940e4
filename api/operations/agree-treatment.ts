import { z } from "zod";
import { agreeTreatment as decide } from "#domain/assurance/agree-treatment.ts";
import { isRefusal } from "#domain/refusal.ts";
import { validationLog } from "#domain/registers/validation-log.ts";
import { checkSeen } from "./check-move.ts";
import { everybody } from "./everybody.ts";
import { operation } from "./operation.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

/** The quality lead agrees that a record may be coded anew although the figure comes out better for it. */
export const agreeTreatment = operation({
  name: "agree-treatment",
  method: "POST",
  path: "/validation-log/:key/agreement",
  summary: "Agree to a new coding that makes the figure better.",
  who: ["quality-lead"],
  input: z.strictObject({ key: z.string(), etag: z.string().min(1) }),
  answer: rowAnswer,
  async run({ key, etag }, call) {
    const { rows, outside, person: by } = call;
    const changes = decide(checkSeen(call, key), { by, everybody: everybody(outside) });
    if (isRefusal(changes)) return changes;
    const row = await rows.change(validationLog, key, etag, changes, { by, did: "check.agree" });
    return answerOf(validationLog, row, "shown");
  },
});
