import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { draftedContent } from "#api/packs/build-content.ts";
import { compilePack } from "#api/packs/compile-pack.ts";
import { isRefusal } from "#domain/refusal.ts";
import { packs } from "#domain/registers/packs.ts";
import { mainJob } from "../../infra/cycle/main-job.ts";
import type { Run, Step } from "../../infra/cycle/run.ts";
import { demoAsOf } from "../../infra/demo/as-of.ts";

/**
 * The main job with a compile as somebody in a hurry would write it: names by chance, a new row each time, the status
 * first and the files after. The harness that kills runs must find fault with it, or it could not find fault at all.
 */
const build: Step = {
  name: "build and file the pack",
  async run(run: Run) {
    const { outside } = run;
    const draft = run.rows(packs).find((pack) => pack.cycle === run.cycle && pack.status === "draft");
    if (!draft) return;
    const content = await draftedContent(outside, draft);
    const made = await compilePack({
      content,
      decisions: [],
      edition: "commissioner",
      keys: outside.keys,
      outDir: mkdtempSync(join(tmpdir(), "naive-")),
    });
    if (isRefusal(made)) throw new Error(made.refused.say);
    const name = randomUUID();
    const {
      key,
      etag,
      createdAt,
      createdBy,
      createdByName,
      changedAt,
      changedBy,
      changedByName,
      auditEvent,
      history,
      ...answers
    } = draft;
    const by = { by: "system", did: "pack.compile" } as const;
    await outside.store.add(packs, `packs-${outside.newId()}`, { ...answers, status: "superseded" }, by);
    const files = [];
    for (const { path, local, hash, size } of made.files) {
      const put = await outside.files.put("Packs", `naive/${name}/${path}`, { local });
      files.push({ edition: "commissioner" as const, path: put.path, hash, size });
    }
    await outside.store.change(packs, key, etag, { files, manifestHash: made.manifestHash, status: "final" }, by);
  },
};

const { values } = parseArgs({
  options: { in: { type: "string", default: "" }, out: { type: "string", default: "" } },
});
const { DATA_DIR: dataDir = "", LOCAL_MICROSOFT_365: url = "", LOCAL_SECRET: secret = "" } = process.env;
await mainJob({
  inDir: values.in,
  outDir: values.out,
  seed: 1,
  asOf: demoAsOf,
  contract: "westshire",
  dataDir,
  microsoft365: { url, secret },
  say: () => undefined,
  instead: { [build.name]: build },
});
