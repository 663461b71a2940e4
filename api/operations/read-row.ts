import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { registerBySlug } from "#domain/registers/index.ts";
import { operation } from "./operation.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

/** One row, opened by itself: restricted answers are shown to who may see the row at all. */
export const readRow = operation({
  name: "read-row",
  method: "GET",
  path: "/registers/:slug/rows/:key",
  summary: "One row of a register, with its history.",
  who: "anyone",
  input: z.strictObject({ slug: z.string(), key: z.string() }),
  answer: rowAnswer,
  async run({ slug, key }, { rows }) {
    const register = registerBySlug(slug);
    const row = register && rows.one(register, key);
    if (!register || !row) throw notFound(register?.words.one ?? "register", register ? key : slug);
    return answerOf(register, row, "shown");
  },
});
