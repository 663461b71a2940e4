import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { registerBySlug } from "#domain/registers/index.ts";
import { noteRestricted } from "./note-restricted.ts";
import { operation } from "./operation.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

/** One row, opened by itself: restricted answers are shown to who may see the row at all, and that they were is noted. */
export const readRow = operation({
  name: "read-row",
  method: "GET",
  path: "/registers/:slug/rows/:key",
  summary: "One row of a register, with its history.",
  who: "anyone",
  input: z.strictObject({ slug: z.string(), key: z.string() }),
  answer: rowAnswer,
  async run({ slug, key }, call) {
    const register = registerBySlug(slug);
    const row = register && call.rows.one(register, key);
    if (!register || !row) throw notFound(register?.words.one ?? "register", register ? key : slug);
    return answerOf(register, row, (await noteRestricted(register, row, call)) ? "shown" : "withheld");
  },
});
