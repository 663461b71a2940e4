import { z } from "zod";
import { commentaryAnswer } from "./commentary-answer.ts";
import { commentaryMove } from "./commentary-move.ts";
import { operation } from "./operation.ts";

/** Leadership approves a reviewed text. */
export const approveCommentary = operation({
  name: "approve-commentary",
  method: "POST",
  path: "/commentary/:key/approval",
  summary: "Approve a reviewed text.",
  who: ["senior-leader"],
  input: z.strictObject({ key: z.string(), etag: z.string().min(1) }),
  answer: commentaryAnswer,
  run: ({ key, etag }, call) => commentaryMove(call, { key, etag }, { move: "approve" }),
});
