import { LineOfSightError } from "#domain/errors.ts";
import type { Person } from "#domain/people/person.ts";
import { isRefusal } from "#domain/refusal.ts";
import { type Job, jobs } from "#domain/registers/jobs.ts";
import { inBackground } from "../errand.ts";
import { findPerson } from "../operations/everybody.ts";
import type { Outside } from "../outside.ts";
import type { JobKind } from "./job-kind.ts";

const LEASE_MINUTES = 30;
const TELL_EVERY_MS = 1_500;

/** Starts a job and answers at once with its row; the work goes on behind. The same work under way is joined, not started twice. */
export async function startJob<Input extends object>(
  outside: Outside,
  kind: JobKind<Input>,
  { subject, input, person }: { readonly subject: string; readonly input: Input; readonly person: Person },
): Promise<Job> {
  const underWay = outside.store
    .all(jobs)
    .find(
      (job) => job.kind === kind.kind && job.subject === subject && (job.state === "queued" || job.state === "running"),
    );
  if (underWay) {
    void runJob(outside, kind, underWay.key);
    return underWay;
  }
  const { row } = await outside.store.add(
    jobs,
    `jobs-${outside.newId()}`,
    {
      kind: kind.kind,
      subject,
      state: "queued",
      progress: 0,
      input: JSON.stringify(input),
      startedBy: person.id,
      startedAt: outside.clock(),
    },
    { by: person, did: "job.start" },
  );
  void runJob(outside, kind, row.key);
  return row;
}

/** Goes on with what a stopped process of the same name left unfinished. */
export async function resumeJobs(outside: Outside, kinds: readonly JobKind<never>[]): Promise<void> {
  const unfinished = outside.store.all(jobs).filter(({ state }) => state === "queued" || state === "running");
  for (const { key, kind } of unfinished) {
    const known = kinds.find((each) => each.kind === kind);
    if (known) await runJob(outside, known, key);
  }
}

/** Runs one job to its end if nobody else is at it. Never throws: what goes wrong is in the job's row. */
async function runJob<Input>(outside: Outside, kind: JobKind<Input>, key: string): Promise<void> {
  if (here.has(key)) return;
  here.add(key);
  await inBackground(() => runHere(outside, kind, key)).finally(() => here.delete(key));
}

/** Jobs this process is at: its own claim would let it start one twice. */
const here = new Set<string>();

async function runHere<Input>(outside: Outside, kind: JobKind<Input>, key: string): Promise<void> {
  const { store, log } = outside;
  const tell = async (
    changes: Partial<Record<"state" | "progress" | "step" | "result" | "error" | "endedAt", string | number>>,
  ) => {
    const row = store.one(jobs, key);
    if (row) await store.change(jobs, key, row.etag, changes as never, { by: "system", did: "job.progress" });
  };
  try {
    if (!(await outside.claims.take(`job/${key}`, LEASE_MINUTES))) return;
    const job = store.one(jobs, key);
    const person = job?.startedBy ? findPerson(outside, job.startedBy) : undefined;
    if (!job || !person)
      return await tell({ state: "failed", error: "Whoever started it has left.", endedAt: outside.clock() });
    await tell({ state: "running" });
    const teller = slowTeller(tell);
    const result = await kind.run(JSON.parse(job.input ?? "{}") as Input, {
      outside,
      person,
      progress: teller.progress,
    });
    await teller.done();
    if (isRefusal(result))
      return await tell({ state: "failed", error: result.refused.say.slice(0, 255), endedAt: outside.clock() });
    await tell({ state: "done", progress: 100, result: JSON.stringify(result), endedAt: outside.clock() });
  } catch (error) {
    log.error({
      event: "job.failed",
      job: key,
      kind: kind.kind,
      result: error instanceof LineOfSightError ? error.code : "failed",
      cause: error instanceof Error ? (error.stack ?? "") : "",
    });
    await tell({ state: "failed", error: wordsOf(error), endedAt: outside.clock() }).catch(() => undefined);
  }
}

const wordsOf = (error: unknown): string =>
  (error instanceof LineOfSightError
    ? error.message
    : "Something went wrong on our side. Nothing was lost: start it again."
  ).slice(0, 255);

/** Writes progress one at a time and not more often than people look. */
function slowTeller(tell: (changes: { progress: number; step: string }) => Promise<void>) {
  let last = 0;
  let writing: Promise<void> = Promise.resolve();
  return {
    progress: (percent: number, step: string) => {
      if (Date.now() - last < TELL_EVERY_MS) return;
      last = Date.now();
      writing = writing.then(() => tell({ progress: Math.round(percent), step })).catch(() => undefined);
    },
    done: () => writing,
  };
}
