import { z } from "zod";
import { commentaryAnswer } from "./commentary-answer.ts";
import { commentaryMove } from "./commentary-move.ts";
import { operation } from "./operation.ts";

/** Records why a proposed theme needs no commentary. */
export const dismissCommentary = operation({
  name: "dismiss-commentary",
  method: "POST",
  path: "/commentary/:key/dismissal",
  summary: "Say why no commentary is needed.",
  who: ["quality-lead"],
  input: z.strictObject({ key: z.string(), etag: z.string().min(1), reason: z.string().max(60_000) }),
  answer: commentaryAnswer,
  run: ({ key, etag, reason }, call) => commentaryMove(call, { key, etag }, { move: "dismiss", reason }),
});
