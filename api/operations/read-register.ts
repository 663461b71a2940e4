import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { registerBySlug } from "#domain/registers/index.ts";
import { operation } from "./operation.ts";
import { pageOf } from "./page-of.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

const MOST = 500;

/** A register's rows within the person's scope, newest change first unless asked otherwise, a page at a time. */
export const readRegister = operation({
  name: "read-register",
  method: "GET",
  path: "/registers/:slug/rows",
  summary: "The rows of a register that you may see.",
  who: "anyone",
  input: z.strictObject({
    slug: z.string(),
    field: z.string().max(60).optional(),
    is: z.string().max(255).optional(),
    sort: z.string().max(60).optional(),
    order: z.enum(["up", "down"]).optional(),
    from: z.coerce.number().int().min(0).default(0),
    most: z.coerce.number().int().min(1).max(MOST).default(100),
  }),
  answer: z.object({ total: z.number(), rows: z.array(rowAnswer) }),
  async run({ slug, ...query }, { rows }) {
    const register = registerBySlug(slug);
    if (!register) throw notFound("register", slug);
    const { total, rows: page } = pageOf(register, rows.all(register), query);
    return { total, rows: page.map((row) => answerOf(register, row, "withheld")) };
  },
});
