import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { refuse } from "#domain/refusal.ts";
import { imports } from "#domain/registers/imports.ts";
import { loadImport as job } from "../jobs/load-import.ts";
import { startJob } from "../jobs/run-job.ts";
import { importChoice } from "./import-answer.ts";
import { operation } from "./operation.ts";

/** Takes a previewed file into the figures. Answers a job to follow. */
export const loadImport = operation({
  name: "load-import",
  method: "POST",
  path: "/imports/:key/load",
  summary: "Take a previewed file into the figures.",
  who: ["ecm-administrator", "contracts-manager", "quality-lead"],
  input: z.strictObject({ key: z.string(), choice: importChoice }),
  answer: z.object({ job: z.string() }),
  async run({ key, choice }, { rows, outside, person }) {
    const row = rows.one(imports, key);
    if (!row) throw notFound("import", key);
    if (row.status === "accepted")
      return refuse("import.already-loaded", "This file is already in the figures.", "Nothing more to do.");
    return { job: (await startJob(outside, job, { subject: key, input: { import: key, choice }, person })).key };
  },
});
