import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { refuse } from "#domain/refusal.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { packs } from "#domain/registers/packs.ts";
import { compilePack as job } from "../jobs/compile-pack.ts";
import { startJob } from "../jobs/run-job.ts";
import { operation } from "./operation.ts";

/** Builds and files a signed pack. Answers a job to follow. */
export const compilePack = operation({
  name: "compile-pack",
  method: "POST",
  path: "/packs/:key/compile",
  summary: "Build and file a signed pack, in both editions.",
  who: ["contracts-manager"],
  input: z.strictObject({ key: z.string() }),
  answer: z.object({ job: z.string() }),
  async run({ key }, { rows, outside, person, require }) {
    const pack = rows.one(packs, key);
    const cycle = pack && rows.one(cycles, pack.cycle);
    if (!pack || !cycle) throw notFound("pack", key);
    require({ contract: pack.contract, services: [], safeguarding: false });
    if (pack.status !== "draft")
      return refuse("pack.already-built", "This version is built and filed.", "Nothing more to do.");
    if (cycle.stage !== "compile")
      return refuse(
        "pack.not-now",
        "A pack is built once its cycle is through the gate of “Approve”.",
        "The stage rail of the cycle says what is open before that.",
      );
    return { job: (await startJob(outside, job, { subject: key, input: { pack: key }, person })).key };
  },
});
