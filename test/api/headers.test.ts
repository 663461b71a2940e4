import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rateLimit } from "#api/rate-limit.ts";
import { type Demo, startDemo } from "../support/demo.ts";
import { people } from "../support/imported-august.ts";

let demo: Demo;
let tabDir: string;
beforeAll(async () => {
  tabDir = await mkdtemp(join(tmpdir(), "line-of-sight-tab-"));
  await mkdir(join(tabDir, "assets"));
  await writeFile(join(tabDir, "index.html"), "<!doctype html><title>Line of Sight</title>");
  await writeFile(join(tabDir, "assets", "index-1.js"), "export {};");
  const limit = rateLimit({ writesAMinute: 2, readsAMinute: 50, atOnce: 40, atOnceOfAll: 200 }, () => 0);
  demo = await startDemo({ tabDir, limit });
});
afterAll(async () => {
  await demo.close();
  await rm(tabDir, { recursive: true, force: true });
});

const headersOf = async (path: string) => (await fetch(demo.url + path)).headers;
const policyOf = async (path: string) =>
  new Map(
    ((await headersOf(path)).get("content-security-policy") ?? "").split("; ").map((line): [string, string[]] => {
      const [name = "", ...sources] = line.split(" ");
      return [name, sources];
    }),
  );

describe.each(["/", "/cycles/westshire-2026-q3", "/assets/index-1.js"])("%s", (path) => {
  it("runs no script but its own, sends nothing elsewhere, and takes no base and no form", async () => {
    const policy = await policyOf(path);
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect(policy.get("script-src")).toEqual(["'self'"]);
    expect(policy.get("connect-src")).toEqual(["'self'", "https://res.cdn.office.net"]);
    expect(policy.get("base-uri")).toEqual(["'none'"]);
    expect(policy.get("form-action")).toEqual(["'none'"]);
  });

  it("is framed by Microsoft's hosts and itself alone", async () => {
    const [own, ...hosts] = (await policyOf(path)).get("frame-ancestors") ?? [];
    expect(own).toBe("'self'");
    expect(hosts).toContain("https://*.cloud.microsoft");
    for (const host of hosts)
      expect(host).toMatch(
        /^https:\/\/[*a-z0-9.]+\.(cloud\.microsoft|microsoft\.com|office\.com|office365\.com|microsoft365\.com)$|^https:\/\/\*\.cloud\.microsoft$/,
      );
  });

  it("is not sniffed, and tells no other site where somebody came from", async () => {
    const headers = await headersOf(path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  });
});

it.each(["/api/v1/me", "/api/v1/nothing", "/nothing.png", "/api/openapi.json", "/healthz"])(
  "answers %s so that nobody sniffs it",
  async (path) => {
    expect((await headersOf(path)).get("x-content-type-options")).toBe("nosniff");
  },
);

it("keeps no answer of the api in any cache, refused or not", async () => {
  expect((await headersOf("/api/v1/me")).get("cache-control")).toBe("no-store");
  expect((await demo.as(people.qualityLead, "/me")).headers.get("cache-control")).toBe("no-store");
});

it("tells somebody who changes too much in a minute to wait, and holds up neither their reading nor anybody else", async () => {
  const change = (person: string) => demo.as(person, "/registers/actions/rows/none", { method: "PATCH", body: {} });
  expect([(await change(people.auditor)).status, (await change(people.auditor)).status]).toEqual([400, 400]);
  const answer = await change(people.auditor);
  expect(answer.status).toBe(429);
  expect(answer.headers.get("retry-after")).toBe("30");
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(await answer.json()).toMatchObject({
    code: "too-many",
    title:
      "That is more changes than one person may do in a minute. Nothing was changed. Wait 30 seconds and try again.",
  });
  expect((await demo.as(people.auditor, "/me")).status).toBe(200);
  expect((await change(people.secondAuditor)).status).toBe(400);
});
