import { createReadStream } from "node:fs";
import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { refuse } from "#domain/refusal.ts";
import { imports } from "#domain/registers/imports.ts";
import { personalData } from "#domain/registers/personal-data.ts";
import { originalOf } from "../records/original.ts";
import { operation } from "./operation.ts";
import { isOverAll, notOverAll } from "./over-all.ts";

const who = ["ecm-administrator", "auditor"] as const;

/** An export as it came from the care system, with names. Who opens it and why is written down before a byte is given. */
export const openOriginal = operation({
  name: "open-original",
  method: "POST",
  path: "/imports/:key/original",
  summary: "Download an export as it came from the care system, giving the reason.",
  who,
  download: true,
  input: z.strictObject({
    key: z.string(),
    reason: z.string().trim().min(10, "say why you need to see it, in a few words").max(2000),
  }),
  answer: z.never(),
  async run({ key, reason }, { rows, outside, person, now }) {
    if (!isOverAll(person, who)) return notOverAll();
    const row = rows.one(imports, key);
    if (!row?.sourcePath) throw notFound("original", key);
    if (row.originalErasedAt)
      return refuse(
        "original.erased",
        `The original was erased on ${row.originalErasedAt.slice(0, 10)}. The rows read from it are kept without names.`,
        "Look the record up in the care system, by its record number.",
      );
    await outside.store.add(
      personalData,
      `personal-data-${outside.newId()}`,
      { kind: "opening", about: "original", subject: key, reason, by: person.id, at: now },
      { by: person, did: "original.open" },
    );
    const bytes = createReadStream(await originalOf(outside, row));
    return { download: { name: row.fileName, type: "application/octet-stream", bytes } };
  },
});
