import { z } from "zod";
import { commentaryAnswer } from "./commentary-answer.ts";
import { commentaryMove } from "./commentary-move.ts";
import { operation } from "./operation.ts";

/** A manager says what was going on in their own service. */
export const giveContext = operation({
  name: "give-context",
  method: "POST",
  path: "/commentary/:key/context",
  summary: "Say what was going on in your service.",
  who: ["registered-manager", "regional-manager"],
  input: z.strictObject({ key: z.string(), etag: z.string().min(1), service: z.string(), text: z.string().max(4000) }),
  answer: commentaryAnswer,
  run: ({ key, etag, service, text }, call) =>
    commentaryMove(call, { key, etag }, { move: "give-context", service, text }),
});
