import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { LineOfSightError } from "#domain/errors.ts";
import { type Demo, startDemo } from "../support/demo.ts";

const MB = 1024 * 1024;
const UPLOAD = "PUT {upload-url} [Data]";
const DOWNLOAD = "GET {download-url} [Data]";
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** 12 MB in which no two slices are alike: three slices of an upload session. */
const bytes = Buffer.alloc(12 * MB);
for (let at = 0; at < bytes.length; at += 4) bytes.writeUInt32LE(Math.imul(at, 2_654_435_761) >>> 0, at);

let demo: Demo;
let folder: string;
let local: string;
let count = 0;
let path: string;

beforeAll(async () => {
  demo = await startDemo({ seeded: false });
  folder = mkdtempSync(join(tmpdir(), "large-files-"));
  local = join(folder, "visits.parquet");
  writeFileSync(local, bytes);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await demo.close();
});
beforeEach(() => {
  path = `visits/2026-0${++count}/file.parquet`;
});
afterEach(() => Promise.all([control("DELETE", "faults"), control("DELETE", "calls")]));

const control = (method: string, name: string, body?: object) =>
  fetch(`${demo.graph}/_control/${name}`, { method, ...(body && { body: JSON.stringify(body) }) });

async function calls(site: string): Promise<number> {
  const { calls }: { calls: { site: string; count: number }[] } = await (await control("GET", "calls")).json();
  return calls.find((call) => call.site === site)?.count ?? 0;
}

/** What SharePoint keeps, fetched past every cache. */
const filed = async () => hash(await demo.outside.files.get("Data", path));

test("a file of 12 MB goes up in slices and comes down the same", async () => {
  const { files } = demo.outside;
  expect(await files.put("Data", path, { local })).toEqual({ path, size: bytes.length, hash: hash(bytes) });
  expect(await calls(UPLOAD)).toBe(3);
  const copy = await files.local("Data", path);
  expect(hash(readFileSync(copy))).toBe(hash(bytes));
  expect(await filed()).toBe(hash(bytes));
});

test.each([
  ["is throttled", { status: 429, retryAfter: 1, when: "before" }],
  ["meets a busy service", { status: 503, retryAfter: 1, when: "before" }],
  ["is cut before it is kept", { status: 0, when: "before" }],
  ["is kept, but its answer is lost", { status: 0, when: "after" }],
  ["is kept, but its answer is a time-out", { status: 504, retryAfter: 1, when: "after" }],
])("an upload goes on when a slice %s", async (_, fault) => {
  await control("POST", "faults", { ...fault, times: 1, site: UPLOAD });
  await demo.outside.files.put("Data", path, { local });
  expect(await calls(UPLOAD)).toBeGreaterThanOrEqual(3);
  expect(await filed()).toBe(hash(bytes));
});

test("an upload whose very last answer is lost finds its own file", async () => {
  const { files } = demo.outside;
  const oneSlice = bytes.subarray(0, 5 * MB);
  await control("POST", "faults", { status: 0, when: "after", times: 1, site: UPLOAD });
  await files.put("Data", path, oneSlice);
  expect(await filed()).toBe(hash(oneSlice));
});

test("a small file whose upload is throttled, cut, or loses its answer is filed once", async () => {
  const small = Buffer.from("a,b\n1,2\n");
  const site = "PUT /drives/{drive-id}/root:/{item-path}:/content [Data]";
  for (const fault of [
    { status: 429, retryAfter: 1, when: "before" },
    { status: 0, when: "before" },
    { status: 0, when: "after" },
  ]) {
    path = `small/${fault.status}-${fault.when}.csv`;
    await control("POST", "faults", { ...fault, times: 1, site });
    await demo.outside.files.put("Data", path, small);
    expect(await filed()).toBe(hash(small));
  }
  expect(await calls(site)).toBeGreaterThan(3);
});

test("the same large file again changes nothing; another one in its place is refused", async () => {
  const { files } = demo.outside;
  await files.put("Data", path, { local });
  expect((await files.put("Data", path, { local })).hash).toBe(hash(bytes));
  const other = Buffer.from(bytes);
  other[11 * MB] = (other[11 * MB] ?? 0) ^ 1;
  await expect(files.put("Data", path, other)).rejects.toMatchObject({ code: "conflict" });
  expect(await filed()).toBe(hash(bytes));
});

test("a download that is cut is fetched again, once for all who wait for it", async () => {
  const { files } = demo.outside;
  await files.put("Data", path, { local });
  await control("DELETE", "calls");
  await control("POST", "faults", { status: 0, times: 2, site: DOWNLOAD });
  const [first, second] = await Promise.all([files.local("Data", path), files.local("Data", path)]);
  expect(first).toBe(second);
  expect(await calls(DOWNLOAD)).toBe(3);
  expect(hash(readFileSync(first))).toBe(hash(bytes));
  expect(readdirSync(dirname(first))).toEqual(["file.parquet"]);
});

test("a file that is not there leaves nothing in the cache", async () => {
  await expect(demo.outside.files.local("Data", path)).rejects.toBeInstanceOf(LineOfSightError);
  await demo.outside.files.put("Data", path, { local });
  expect(hash(readFileSync(await demo.outside.files.local("Data", path)))).toBe(hash(bytes));
});
