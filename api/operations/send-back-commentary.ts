import { z } from "zod";
import { commentaryAnswer } from "./commentary-answer.ts";
import { commentaryMove } from "./commentary-move.ts";
import { operation } from "./operation.ts";

/** Sends a text back to whoever writes it. */
export const sendBackCommentary = operation({
  name: "send-back-commentary",
  method: "POST",
  path: "/commentary/:key/sending-back",
  summary: "Send a text back to be written again, with a reason.",
  who: ["senior-leader", "quality-lead"],
  input: z.strictObject({ key: z.string(), etag: z.string().min(1), reason: z.string().max(60_000) }),
  answer: commentaryAnswer,
  run: ({ key, etag, reason }, call) => commentaryMove(call, { key, etag }, { move: "send-back", reason }),
});
