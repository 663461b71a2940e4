import { z } from "zod";
import { checkMove } from "./check-move.ts";
import { operation } from "./operation.ts";
import { rowAnswer } from "./row-answer.ts";

/** Closes a discrepancy that was checked again. */
export const closeDiscrepancy = operation({
  name: "close-discrepancy",
  method: "POST",
  path: "/validation-log/:key/close",
  summary: "Close a discrepancy.",
  who: ["quality-lead", "auditor"],
  input: z.strictObject({ key: z.string(), etag: z.string().min(1) }),
  answer: rowAnswer,
  run: ({ key, etag }, call) => checkMove(call, { key, etag }, { move: "close" }),
});
