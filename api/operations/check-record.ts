import { z } from "zod";
import { checkMove } from "./check-move.ts";
import { operation } from "./operation.ts";
import { rowAnswer } from "./row-answer.ts";

/** The checker says whether the record and its source agree. */
export const checkRecord = operation({
  name: "check-record",
  method: "POST",
  path: "/validation-log/:key/check",
  summary: "Say whether a record and its source agree.",
  who: ["auditor", "external-reviewer"],
  input: z.strictObject({
    key: z.string(),
    etag: z.string().min(1),
    result: z.enum(["agrees", "differs", "not-found"]),
    /** What stands in the source: numbers, times and codes, no names. */
    sourceValue: z.string().max(2000).default(""),
  }),
  answer: rowAnswer,
  run: ({ key, etag, result, sourceValue }, call) =>
    checkMove(
      call,
      { key, etag },
      result === "agrees" ? { move: "agrees", sourceValue } : { move: "differs", result, sourceValue },
    ),
});
