import { z } from "zod";
import { checkMove } from "./check-move.ts";
import { operation } from "./operation.ts";
import { rowAnswer } from "./row-answer.ts";

/** The registered manager says why the record and its source differ. */
export const giveCause = operation({
  name: "give-cause",
  method: "POST",
  path: "/validation-log/:key/cause",
  summary: "Give the cause of a discrepancy.",
  who: ["registered-manager"],
  input: z.strictObject({
    key: z.string(),
    etag: z.string().min(1),
    cause: z.enum(["data-error", "incomplete-recording", "genuine-concern"]),
    reason: z.string().max(60_000),
  }),
  answer: rowAnswer,
  run: ({ key, etag, cause, reason }, call) => checkMove(call, { key, etag }, { move: "give-cause", cause, reason }),
});
