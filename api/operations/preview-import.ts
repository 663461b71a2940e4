import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { isRefusal } from "#domain/refusal.ts";
import { imports } from "#domain/registers/imports.ts";
import { originalOf } from "../records/original.ts";
import { previewImport as preview } from "../records/read-import.ts";
import { serviceCodes } from "../records/service-codes.ts";
import { importChoice, importPreview, receivedImport } from "./import-answer.ts";
import { operation } from "./operation.ts";

/** Looks at a received file again, with what was asked answered. */
export const previewImport = operation({
  name: "preview-import",
  method: "POST",
  path: "/imports/:key/preview",
  summary: "Look at a received file again, with questions about it answered.",
  who: ["ecm-administrator", "contracts-manager", "quality-lead"],
  input: z.strictObject({
    key: z.string(),
    answers: importChoice.pick({ renamed: true, days: true }).partial().default({}),
  }),
  answer: receivedImport,
  async run({ key, answers }, { rows, outside, now }) {
    const row = rows.one(imports, key);
    if (!row) throw notFound("import", key);
    const seen = await preview({
      local: await originalOf(outside, row),
      fileName: row.fileName,
      services: serviceCodes(outside.store),
      now,
      answers: { ...(answers.renamed && { renamed: answers.renamed }), ...(answers.days && { days: answers.days }) },
    });
    if (isRefusal(seen)) return seen;
    return { key, etag: row.etag, status: row.status, preview: importPreview.parse(seen) };
  },
});
