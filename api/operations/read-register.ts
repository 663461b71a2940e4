import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { registerBySlug } from "#domain/registers/index.ts";
import { operation } from "./operation.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

const MOST = 500;

/** A register's rows within the person's scope, newest change first, a page at a time. */
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
    from: z.coerce.number().int().min(0).default(0),
    most: z.coerce.number().int().min(1).max(MOST).default(100),
  }),
  answer: z.object({ total: z.number(), rows: z.array(rowAnswer) }),
  async run({ slug, field, is, from, most }, { rows }) {
    const register = registerBySlug(slug);
    if (!register) throw notFound("register", slug);
    const plain = field !== undefined && register.fields[field]?.restricted === false;
    const wanted = rows.all(register).filter((row) => {
      if (!plain || is === undefined) return true;
      const value = Object.entries(row).find(([name]) => name === field)?.[1];
      return Array.isArray(value) ? value.includes(is) : String(value ?? "") === is;
    });
    const page = wanted.toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1)).slice(from, from + most);
    return { total: wanted.length, rows: page.map((row) => answerOf(register, row, "withheld")) };
  },
});
