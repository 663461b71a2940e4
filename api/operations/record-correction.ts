import { z } from "zod";
import { checkMove } from "./check-move.ts";
import { operation } from "./operation.ts";
import { rowAnswer } from "./row-answer.ts";

/** Whoever keeps the record says what was corrected, why, and where the right value stands. */
export const recordCorrection = operation({
  name: "record-correction",
  method: "POST",
  path: "/validation-log/:key/correction",
  summary: "Record a correction with its reason and source.",
  who: "anyone",
  input: z.strictObject({
    key: z.string(),
    etag: z.string().min(1),
    reason: z.string().max(60_000),
    source: z.string().max(255),
  }),
  answer: rowAnswer,
  run: ({ key, etag, reason, source }, call) => checkMove(call, { key, etag }, { move: "correct", reason, source }),
});
