import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { imports } from "#domain/registers/imports.ts";
import { operation } from "./operation.ts";

/** The rows of an import that could not be read, each with its line and the reason, as CSV. */
export const readRejects = operation({
  name: "read-rejects",
  method: "GET",
  path: "/imports/:key/rejects",
  summary: "Download the rows that could not be read, with the reason for each.",
  who: ["ecm-administrator", "contracts-manager", "quality-lead"],
  download: true,
  input: z.strictObject({ key: z.string() }),
  answer: z.never(),
  async run({ key }, { rows, outside }) {
    const row = rows.one(imports, key);
    if (!row?.rejectsPath) throw notFound("list of rejected rows", key);
    const bytes = await outside.files.get("Source files", row.rejectsPath);
    const name = `${row.fileName.replace(/\.[^.]+$/, "")} - rows not read.csv`;
    return { download: { name, type: "text/csv; charset=utf-8", bytes } };
  },
});
