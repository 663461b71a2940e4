import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { registerBySlug } from "#domain/registers/index.ts";
import { operation } from "./operation.ts";
import { headlineOf } from "./row-words.ts";

/** What the rows of a register are called, so that pages show names where other rows keep keys or codes. */
export const readNames = operation({
  name: "read-names",
  method: "GET",
  path: "/registers/:slug/names",
  summary: "The names of a register's rows that you may see.",
  who: "anyone",
  input: z.strictObject({ slug: z.string() }),
  answer: z.object({
    names: z.array(z.object({ key: z.string(), name: z.string(), code: z.string().optional() })),
  }),
  async run({ slug }, { rows }) {
    const register = registerBySlug(slug);
    if (!register) throw notFound("register", slug);
    return {
      names: rows.all(register).map((row) => {
        const code: unknown = Reflect.get(row, "code");
        return { key: row.key, name: headlineOf(register, row), ...(typeof code === "string" && { code }) };
      }),
    };
  },
});
