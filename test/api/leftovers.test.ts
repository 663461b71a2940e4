import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { imports } from "#domain/registers/imports.ts";
import { jobs } from "#domain/registers/jobs.ts";
import { type BroughtIn, complaintsBroughtIn, headings, text, two, who } from "../support/complaints-brought-in.ts";

/** A process that was killed in the middle of everything, and is started again. */
let world: BroughtIn;
beforeAll(async () => {
  world = await complaintsBroughtIn();
});
afterAll(() => world.demo.close());

it("clears what was in progress when it was killed, and goes on with the import that was", async () => {
  const { demo } = world;
  const { workDir, store } = demo.outside;
  const { key, preview } = await world.upload(text([headings, ...two()]));
  expect(readdirSync(workDir)).toEqual(["uploads"]);
  await demo.stop();

  const keptDir = join(workDir, "../../kept/first");
  const left = [
    join(workDir, "uploads/arriving-1"),
    join(workDir, `uploads/${"a".repeat(64)}`),
    join(workDir, `uploads/${"a".repeat(64)}.part`),
    join(workDir, `imports/${key}/.import-x/staged.parquet`),
    join(workDir, "packs/westshire-2026-q3-v1-internal/pack.zip"),
    join(workDir, "arriving/1.part"),
    join(workDir, "preview-x/plain.csv"),
    join(workDir, "duckdb/spill.tmp"),
    join(keptDir, "people.kept.1.part"),
  ];
  for (const path of left) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, "C-1,Ashdown,P1001");
  }
  const kept = readdirSync(keptDir).filter((name) => !name.endsWith(".part"));
  expect(kept.length).toBeGreaterThan(5);
  const input = JSON.stringify({ import: key, choice: preview.choice });
  const job = { kind: "import", subject: key, state: "running", progress: 30, input, startedBy: who } as const;
  await store.add(jobs, "jobs-cut-off", job, { by: "system", did: "job.start" });

  const again = await demo.serveAnother("first");
  try {
    expect(left.filter(existsSync)).toEqual([]);
    expect(readdirSync(keptDir)).toEqual(kept);
    await expect.poll(() => again.outside.store.one(jobs, "jobs-cut-off")?.state, { timeout: 20_000 }).toBe("done");
    expect(again.outside.store.one(imports, key)).toMatchObject({ status: "accepted", scanned: 2, loaded: 2 });
  } finally {
    await again.close();
  }
}, 40_000);
