import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import type { Rows } from "#domain/ports.ts";
import { linksFrom, pointsOf } from "#domain/register/row-links.ts";
import { auditTrail } from "#domain/registers/audit-trail.ts";
import { registerBySlug, registers } from "#domain/registers/index.ts";
import { operation } from "./operation.ts";
import { headlineOf } from "./row-words.ts";

const MOST = 20;

const named = z.object({ key: z.string(), name: z.string(), status: z.string().optional() });

/** What a row is tied to both ways, of what the person may see: the rows it names in words, and the rows that name it. */
export const rowLinks = operation({
  name: "row-links",
  method: "GET",
  path: "/registers/:slug/rows/:key/links",
  summary: "The rows that name this row, and those its texts name by key.",
  who: "anyone",
  input: z.strictObject({ slug: z.string(), key: z.string() }),
  answer: z.object({
    /** For answers that are another row's key without saying of which register: that row. */
    points: z.record(z.string(), named.extend({ register: z.string() })),
    /** By register and the question whose answer names this row; at most 20 rows each. */
    links: z.array(z.object({ register: z.string(), label: z.string(), total: z.number(), rows: z.array(named) })),
  }),
  async run({ slug, key }, { rows }) {
    const register = registerBySlug(slug);
    const row = register && rows.one(register, key);
    if (!register || !row) throw notFound(register?.words.one ?? "register", register ? key : slug);
    const shown = registers.filter((each) => each.slug !== auditTrail.slug);
    return {
      points: Object.fromEntries(
        pointsOf(register, { ...row }).flatMap(({ field, key, registers: where }) => {
          const found = firstNamed(rows, where, key);
          return found ? [[field, found]] : [];
        }),
      ),
      links: shown.flatMap((from) =>
        linksFrom(from, rows.all(from), register, { ...row }).map(({ label, rows: found }) => ({
          register: from.slug,
          label,
          total: found.length,
          rows: found.slice(0, MOST).map((each) => namedOf(from, each)),
        })),
      ),
    };
  },
});

function firstNamed(rows: Rows, slugs: readonly string[], key: string) {
  for (const slug of slugs) {
    const register = registerBySlug(slug);
    const row = register && rows.one(register, key);
    if (register && row) return { ...namedOf(register, row), register: slug };
  }
  return undefined;
}

function namedOf(register: (typeof registers)[number], row: { readonly key: string }) {
  const status: unknown = register.status && Reflect.get(row, register.status);
  return { key: row.key, name: headlineOf(register, row), ...(typeof status === "string" && { status }) };
}
