import { z } from "zod";
import { commentaryAnswer } from "./commentary-answer.ts";
import { commentaryMove } from "./commentary-move.ts";
import { operation } from "./operation.ts";

/** Writes the text and answers it with every sentence checked. A draft may hold a wrong number; a review may not. */
export const writeCommentary = operation({
  name: "write-commentary",
  method: "POST",
  path: "/commentary/:key/text",
  summary: "Write the text; each number is checked against its figure at once.",
  who: ["contracts-manager", "quality-lead"],
  input: z.strictObject({ key: z.string(), etag: z.string().min(1), text: z.string().max(60_000) }),
  answer: commentaryAnswer,
  run: ({ key, etag, text }, call) => commentaryMove(call, { key, etag }, { move: "draft", text }),
});
