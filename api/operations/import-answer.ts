import { z } from "zod";
import { dayFormats } from "#domain/imports/profile.ts";

const countOf = z.object({ why: z.string(), rows: z.number() });

/** What the person confirms in the preview. */
export const importChoice = z.strictObject({
  profile: z.string(),
  renamed: z.record(z.string(), z.string()),
  days: z.record(z.string(), z.enum(dayFormats)),
});

/** What was recognised in a file, problems first. */
export const importPreview = z.object({
  file: z.object({ name: z.string(), bytes: z.number(), hash: z.string() }),
  kind: z.string(),
  encoding: z.string(),
  delimiter: z.string(),
  headerRow: z.number(),
  profile: z.object({ name: z.string(), product: z.string(), report: z.string() }),
  dataset: z.string(),
  problems: z.array(
    z.object({
      level: z.enum(["stops", "ask", "note"]),
      say: z.string(),
      ask: z
        .object({ field: z.enum(["days", "renamed"]), heading: z.string(), options: z.array(z.string()).readonly() })
        .optional(),
    }),
  ),
  sample: z.object({
    headings: z.array(z.string()).readonly(),
    rows: z.array(z.array(z.string()).readonly()).readonly(),
  }),
  trial: z
    .object({
      scanned: z.number(),
      loaded: z.number(),
      rejected: z.number(),
      skipped: z.number(),
      rejectedWhy: z.array(countOf).readonly(),
      skippedWhy: z.array(countOf).readonly(),
      covered: z.object({ from: z.string(), to: z.string() }).optional(),
      outsidePeriod: z.number(),
      contentCounts: z
        .array(z.object({ service: z.string(), month: z.string(), rows: z.number(), people: z.number() }))
        .readonly(),
    })
    .optional(),
  choice: importChoice,
});

/** The import's row with its preview. */
export const receivedImport = z.object({
  key: z.string(),
  etag: z.string(),
  status: z.string(),
  preview: importPreview,
});
