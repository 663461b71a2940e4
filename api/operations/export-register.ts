import { writeCsv } from "hucre/csv";
import { z } from "zod";
import { londonDay } from "#domain/day.ts";
import { notFound } from "#domain/errors.ts";
import { isWanted } from "#domain/register/which-rows.ts";
import { registerBySlug } from "#domain/registers/index.ts";
import { operation } from "./operation.ts";
import { wordsOf } from "./row-words.ts";

/**
 * The rows of a register as CSV for a spreadsheet, in words: labels above, names for keys. Restricted answers stay in the
 * register, and no cell is one that a spreadsheet would run as a formula. Nothing is given until the export is in the
 * audit trail.
 */
export const exportRegister = operation({
  name: "export-register",
  method: "GET",
  path: "/registers/:slug/export",
  summary: "Download the rows of a register that you may see, as CSV.",
  who: "anyone",
  download: true,
  input: z.strictObject({
    slug: z.string(),
    view: z.string().max(120).optional(),
    status: z.string().max(60).optional(),
    service: z.string().max(120).optional(),
    contract: z.string().max(120).optional(),
    words: z.string().max(200).optional(),
  }),
  answer: z.never(),
  async run({ slug, ...wanted }, call) {
    const register = registerBySlug(slug);
    if (!register) throw notFound("register", slug);
    const fields = Object.entries(register.fields).filter(([, { restricted, kind }]) => !restricted && kind !== "hash");
    const rows = call.rows
      .all(register)
      .filter((row) => isWanted(register, { ...row }, wanted, (field, value) => wordsOf(field, value, call)))
      .toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
    const cells = rows.map((row) => [
      row.key,
      ...fields.map(([name, field]) =>
        cellOf(field.kind, Reflect.get(row, name), (value) => wordsOf(field, value, call)),
      ),
    ]);
    const csv = writeCsv([["Key", ...fields.map(([, { label }]) => label)], ...cells], {
      escapeFormulae: true,
      bom: true,
    });
    const { id } = call.person;
    await call.outside.sharePoint.noteOpened({ by: id, did: "register.export", register: slug, rowKey: "all" });
    const name = `${wanted.view ?? register.title}, ${londonDay(call.now)}.csv`;
    return { download: { name, type: "text/csv; charset=utf-8", bytes: Buffer.from(csv) } };
  },
});

/** Numbers and days stay what a spreadsheet can add and sort by. */
const cellOf = (kind: string, value: unknown, words: (value: unknown) => string): string | number =>
  kind === "number" && typeof value === "number" ? value : kind === "day" ? String(value ?? "") : words(value);
