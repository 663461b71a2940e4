import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type DemoTenant, demoTenant, startDemoTenant } from "../../infra/demo-tenant.ts";
import { everyPage } from "./every-page.ts";
import { graphFiles } from "./files.ts";

let folder: string;
let tenant: DemoTenant;
let drive: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "line-of-sight-files-"));
  tenant = await startDemoTenant(join(folder, "tenant"));
  const { host, path } = demoTenant;
  const found = await everyPage<{ id: string }>(tenant.provisioning, `/sites/${host}:${path}:/drives`);
  drive = `/drives/${found[0]?.id}`;
});
afterAll(async () => {
  await tenant.local.close();
  rmSync(folder, { recursive: true, force: true });
});

it("fetches a copy again whose bytes are no longer those its name tells, and any other once", async () => {
  const cache = join(folder, "cache");
  const drives = { Data: drive } as never;
  const files = () =>
    graphFiles(tenant.provisioning, drives, { cacheDir: cache, arrivingDir: join(folder, "arriving") });
  const bytes = Buffer.from("a month of visits");
  const path = `visits/2026-08/${createHash("sha256").update(bytes).digest("hex")}.parquet`;
  const { hash } = await files().put("Data", path, bytes);
  const place = join(cache, "Data", path);
  mkdirSync(join(place, ".."), { recursive: true });
  writeFileSync(place, "a month of vis");
  expect(readFileSync(await files().local("Data", path))).toEqual(bytes);
  expect(path).toContain(hash);

  await files().put("Data", "content.json", Buffer.from("{}"));
  const kept = await files().local("Data", "content.json");
  writeFileSync(kept, "kept");
  expect(readFileSync(await files().local("Data", "content.json"), "utf8")).toBe("kept");
});
