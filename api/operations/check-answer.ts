import { z } from "zod";
import type { ValidationRow } from "#domain/registers/validation-log.ts";

/** A checked record in lists; what a manager said of its cause stays on its own page. */
export const checkAnswer = z.object({
  key: z.string(),
  etag: z.string(),
  plan: z.string(),
  service: z.string(),
  dataset: z.string(),
  indicator: z.string().optional(),
  direction: z.string(),
  record: z.string(),
  reportedValue: z.string().optional(),
  sourceValue: z.string().optional(),
  result: z.string().optional(),
  cause: z.string().optional(),
  treatment: z.string().optional(),
  treatmentAgreedBy: z.string().optional(),
  correction: z.string().optional(),
  correctionSource: z.string().optional(),
  action: z.string().optional(),
  amendmentImport: z.string().optional(),
  status: z.string(),
});

export type CheckAnswer = z.infer<typeof checkAnswer>;

/** Only what the answer names; zod leaves the rest out. */
export const checkAnswerOf = (row: ValidationRow): CheckAnswer => checkAnswer.parse(row);
