import { z } from "zod";
import { commentaryAnswer } from "./commentary-answer.ts";
import { commentaryMove } from "./commentary-move.ts";
import { operation } from "./operation.ts";

/** Takes a proposed theme onto the commentary plan. */
export const planCommentary = operation({
  name: "plan-commentary",
  method: "POST",
  path: "/commentary/:key/plan",
  summary: "Plan commentary that the numbers proposed.",
  who: ["quality-lead"],
  input: z.strictObject({ key: z.string(), etag: z.string().min(1) }),
  answer: commentaryAnswer,
  run: ({ key, etag }, call) => commentaryMove(call, { key, etag }, { move: "plan" }),
});
