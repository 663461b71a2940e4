import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Started, started } from "../started.testing.ts";

let local: Started;
let ended: number[];
let now: Date;
let lists: string;
beforeEach(async () => {
  ended = [];
  now = new Date();
  local = await started({ endProcess: (pid) => ended.push(pid), now: () => now });
  lists = `/sites/${local.siteId}/lists`;
  await local.graph("POST", lists, { displayName: "cycles" });
  await local.control("DELETE", "calls");
});
afterEach(() => local.close());

const add = (Title: string) => local.graph("POST", `${lists}/cycles/items`, { fields: { Title } });
const titles = async () => {
  const { body } = await local.graph("GET", `${lists}/cycles/items?$expand=fields`);
  return body.value.map(({ fields }: { fields: { Title: string } }) => fields.Title);
};
const site = "POST /sites/{site-id}/lists/{list-id}/items [cycles]";

test("counts calls by method, template and list", async () => {
  await add("a");
  await add("b");
  await local.graph("GET", "/sites/root");
  expect((await local.control("GET", "calls")).body.calls).toEqual([
    { site, count: 2 },
    { site: "GET /sites/{site-id}", count: 1 },
  ]);
});

describe("a kill", () => {
  test.each([
    ["before", []],
    ["after", ["a"]],
  ])("%s the commit leaves %j, once, and no answer", async (when, left) => {
    await local.control("POST", "kill", { pid: 4242, site, when });
    await expect(add("a")).rejects.toThrow();
    expect(ended).toEqual([4242]);
    expect(await titles()).toEqual(left);
    expect((await add("b")).status).toBe(201);
    expect(ended).toHaveLength(1);
  });

  test("waits for the call it was told, and for no other place", async () => {
    await local.control("POST", "kill", { pid: 4242, site, when: "after", occurrence: 2 });
    await add("a");
    await titles();
    expect(ended).toEqual([]);
    await expect(add("b")).rejects.toThrow();
    expect(ended).toEqual([4242]);
  });

  test("waits for a call that says certain words", async () => {
    await local.control("POST", "kill", { pid: 4242, site, when: "after", containing: '"Title":"b"' });
    await add("a");
    expect(ended).toEqual([]);
    await expect(add("b")).rejects.toThrow();
    expect(ended).toEqual([4242]);
  });

  test("strikes after a refusal too", async () => {
    await local.control("POST", "kill", { pid: 4242, site, when: "after" });
    await expect(local.graph("POST", `${lists}/cycles/items`, { fields: { nothing: 1 } })).rejects.toThrow();
    expect(ended).toEqual([4242]);
  });
});

describe("faults", () => {
  test("strike as often as told, with Retry-After and Graph's error body", async () => {
    await local.control("POST", "faults", { status: 429, times: 2, retryAfter: 7 });
    const struck = await add("a");
    expect([struck.status, struck.headers.get("retry-after")]).toEqual([429, "7"]);
    expect(struck.body.error.innerError["request-id"]).toBeTruthy();
    expect([(await add("a")).status, (await add("a")).status]).toEqual([429, 201]);
  });

  test("strike a share of calls, the same ones for the same seed", async () => {
    const run = async () => {
      await local.control("POST", "faults", { status: 503, share: 0.3, seed: 5 });
      const statuses: number[] = [];
      for (let n = 0; n < 60; n++) statuses.push((await local.graph("GET", "/sites/root")).status);
      return statuses;
    };
    const first = await run();
    expect(first.filter((status) => status === 503).length).toBeGreaterThan(6);
    expect(first.filter((status) => status === 503).length).toBeLessThan(30);
    expect(await run()).toEqual(first);
  });

  test("after the commit lose the answer, not the row", async () => {
    await local.control("POST", "faults", { status: 504, site, when: "after" });
    expect((await add("a")).status).toBe(504);
    await local.control("POST", "faults", { status: 0, site, when: "after" });
    await expect(add("b")).rejects.toThrow();
    expect(await titles()).toEqual(["a", "b"]);
  });
});

test("faults within a batch are the inner answers' own", async () => {
  await local.control("POST", "faults", { status: 429, times: 1, retryAfter: 5, within: "batch" });
  expect((await local.graph("GET", "/sites/root")).status).toBe(200);
  const requests = ["1", "2"].map((id) => ({ id, method: "GET", url: "/sites/root" }));
  const { status, body } = await local.graph("POST", "/$batch", { requests });
  expect(status).toBe(200);
  expect(body.responses.map((one: { status: number }) => one.status)).toEqual([429, 200]);
  expect(new Headers(body.responses[0].headers).get("retry-after")).toBe("5");
});

test("a batch as a whole is struck only by its name, and its answer can be lost after all in it was done", async () => {
  const one = { id: "1", method: "POST", url: `${lists}/cycles/items`, body: { fields: { Title: "a" } } };
  const headers = { "content-type": "application/json" };
  const send = () => local.graph("POST", "/$batch", { requests: [{ ...one, headers }] });
  await local.control("POST", "faults", { status: 503, times: 1, within: "alone" });
  expect((await send()).status).toBe(200);
  await local.control("POST", "faults", { status: 504, site: "POST /$batch", when: "after" });
  expect((await send()).status).toBe(504);
  expect(await titles()).toEqual(["a", "a"]);
});

test("several faults at once, and slow ones", async () => {
  const faults = [
    { status: 503, site: "GET */users*", times: 1 },
    { slowMs: 1, times: 1 },
  ];
  await local.control("POST", "faults", { faults });
  expect((await local.graph("GET", "/sites/root")).status).toBe(200);
  expect((await local.graph("GET", "/users")).status).toBe(503);
  expect((await local.graph("GET", "/users")).status).toBe(200);
});

test("the clock is moved, set and let go, and with it the minute of the throttle", async () => {
  await local.control("POST", "throttle", { unitsPerMinute: 2 });
  expect([(await add("a")).status, (await add("b")).status]).toEqual([201, 429]);
  await local.control("POST", "clock", { seconds: 60 });
  expect((await add("b")).status).toBe(201);
  await local.control("POST", "clock", { at: "2030-01-01T00:00:00Z" });
  const created = (await add("c")).body.createdDateTime;
  expect(created).toMatch(/^2030-01-01T00:00:0/);
  await local.control("DELETE", "clock");
  expect(new Date((await local.control("GET", "clock")).body.now).getUTCFullYear()).toBe(now.getUTCFullYear());
});

test("the documented rate is the one without a number", async () => {
  await local.control("POST", "throttle");
  const requests = Array.from({ length: 20 }, (_, n) => ({ id: String(n), method: "GET", url: "/users" }));
  const statuses = new Set<number>();
  for (let n = 0; n < 32; n++) {
    const { body } = await local.graph("POST", "/$batch", { requests });
    for (const { status } of body.responses) statuses.add(status);
  }
  expect([...statuses]).toEqual([200, 429]);
});

test("throttling counts resource units, warns at 80 % and opens again after a minute", async () => {
  await local.control("POST", "throttle", { unitsPerMinute: 10 });
  for (let n = 0; n < 3; n++) expect((await add("a")).headers.has("ratelimit-limit")).toBe(false);
  const warned = await add("a");
  expect([warned.status, warned.headers.get("ratelimit-remaining")]).toEqual([201, "2"]);
  expect((await add("a")).status).toBe(201);
  const refused = await add("a");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  now = new Date(now.getTime() + 60_000);
  expect((await add("a")).status).toBe(201);
});

describe("a snapshot", () => {
  test("brings back what was there, and makes delta tokens stale", async () => {
    await add("a");
    const delta = (await local.graph("GET", `${lists}/cycles/items/delta`)).body["@odata.deltaLink"];
    await local.control("POST", "snapshot", { name: "one-row" });
    await add("b");
    expect((await local.control("POST", "reset", { name: "one-row" })).status).toBe(204);
    expect(await titles()).toEqual(["a"]);
    expect((await local.graph("GET", delta.slice("https://graph.microsoft.com/v1.0".length))).status).toBe(410);
  });

  test("is needed to be gone back to; without a name everything begins again", async () => {
    expect((await local.control("POST", "reset", { name: "unknown" })).status).toBe(400);
    expect((await local.control("POST", "reset")).status).toBe(204);
    const there = await local.graph("GET", "/sites/meadowbank.sharepoint.com:/sites/line-of-sight:/lists");
    expect(there.body.value.map(({ displayName }: { displayName: string }) => displayName)).toEqual(["Documents"]);
  });
});

test("nonsense is refused, and so is a browser", async () => {
  for (const [name, body] of [
    ["kill", { pid: 1, site }],
    ["kill", { pid: 4242 }],
    ["kill", { pid: 4242, site, when: "during" }],
    ["faults", { status: 500 }],
    ["faults", {}],
    ["faults", { faults: [{ status: 429 }, 5] }],
    ["faults", { status: 429, within: "a dream" }],
    ["clock", { at: "soon" }],
    ["quota", { total: -1 }],
    ["throttle", { unitsPerMinute: "many" }],
    ["snapshot", { name: "../x" }],
  ] as const) {
    expect((await local.control("POST", name, body)).status).toBe(400);
  }
  expect((await local.control("POST", "other", {})).status).toBe(404);
  expect((await fetch(`${local.url}/_control/calls`, { headers: { origin: "http://evil.example" } })).status).toBe(403);
});
