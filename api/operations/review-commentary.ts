import { z } from "zod";
import { commentaryAnswer } from "./commentary-answer.ts";
import { commentaryMove } from "./commentary-move.ts";
import { operation } from "./operation.ts";

/** Somebody who did not write the text answers each question by itself. */
export const reviewCommentary = operation({
  name: "review-commentary",
  method: "POST",
  path: "/commentary/:key/review",
  summary: "Review a text: accurate, balanced, supported.",
  who: ["senior-leader", "quality-lead"],
  input: z.strictObject({
    key: z.string(),
    etag: z.string().min(1),
    accurate: z.boolean(),
    balanced: z.boolean(),
    supported: z.boolean(),
    clear: z.boolean().optional(),
    note: z.string().max(60_000).optional(),
  }),
  answer: commentaryAnswer,
  run: ({ key, etag, accurate, balanced, supported, clear, note }, call) =>
    commentaryMove(
      call,
      { key, etag },
      {
        move: "review",
        answers: { accurate, balanced, supported, ...(clear !== undefined && { clear }) },
        ...(note && { note }),
      },
    ),
});
