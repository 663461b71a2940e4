import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { jobs } from "#domain/registers/jobs.ts";
import { operation } from "./operation.ts";

/** How far a longer piece of work is. Only whoever started it may look. */
export const readJob = operation({
  name: "read-job",
  method: "GET",
  path: "/jobs/:key",
  summary: "How far a piece of work is.",
  who: "anyone",
  input: z.strictObject({ key: z.string() }),
  answer: z.object({
    key: z.string(),
    kind: z.string(),
    subject: z.string(),
    state: z.enum(["queued", "running", "done", "failed"]),
    progress: z.number(),
    step: z.string().optional(),
    result: z.record(z.string(), z.unknown()).optional(),
    error: z.string().optional(),
  }),
  async run({ key }, { outside, person }) {
    const job = outside.store.one(jobs, key);
    if (!job || job.startedBy !== person.id) throw notFound("job", key);
    const { kind, subject, state, progress, step, result, error } = job;
    return {
      key,
      kind,
      subject,
      state,
      progress,
      ...(step && { step }),
      ...(result && { result: JSON.parse(result) }),
      ...(error && { error }),
    };
  },
});
