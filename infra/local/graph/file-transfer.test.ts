import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Started, started } from "../started.testing.ts";
import { type Library, openLibrary } from "./library.testing.ts";

let local: Started;
let library: Library;
beforeAll(async () => {
  local = await started();
});
afterAll(() => local.close());
/** Moves the service's clock to so many seconds after an instant; tokens stay good. */
const clockAt = (instant: string, seconds: number) =>
  local.control("POST", "clock", { at: new Date(Date.parse(instant) + seconds * 1000).toISOString() });
afterEach(() => local.control("DELETE", "clock"));
beforeEach(async () => {
  library = await openLibrary(local);
});

describe("a file the caller has already", () => {
  test.each(["/root:/x.txt", "/root:/x.txt:/content"])("is not sent again from %s", async (path) => {
    const { eTag, cTag } = (await library.put("x.txt", "1")).body;
    const known = (tag: string) => library.ask("GET", path, undefined, { "if-none-match": tag });
    expect((await known(eTag)).status).toBe(304);
    expect((await known(cTag)).status).toBe(304);
    await library.put("x.txt", "2");
    expect((await known(eTag)).status).not.toBe(304);
  });
});

describe("a download", () => {
  const get = async (range: string) => {
    const { headers } = await library.ask("GET", "/root:/x.txt:/content");
    const answer = await library.onSiteHost(headers.get("location") ?? "", { headers: { range } });
    return [answer.status, answer.headers.get("content-range"), answer.status === 416 ? "" : await answer.text()];
  };

  test.each([
    ["bytes=0-0", [206, "bytes 0-0/10", "0"]],
    ["bytes=7-", [206, "bytes 7-9/10", "789"]],
    ["bytes=-2", [206, "bytes 8-9/10", "89"]],
    ["bytes=5-99", [206, "bytes 5-9/10", "56789"]],
    ["bytes=10-", [416, "bytes */10", ""]],
    ["lines=1-2", [200, null, "0123456789"]],
  ])("answers the range %s", async (range, expected) => {
    await library.put("x.txt", "0123456789");
    expect(await get(range)).toEqual(expected);
  });

  test("ends after an hour", async () => {
    await library.put("x.txt", "1");
    const address = (await library.ask("GET", "/root:/x.txt")).body["@microsoft.graph.downloadUrl"];
    expect((await library.onSiteHost(address)).status).toBe(200);
    await local.control("POST", "clock", { seconds: 61 * 60 });
    expect((await library.onSiteHost(address)).status).toBe(401);
  });
});

describe("an upload session", () => {
  const open = (body: object = {}, headers: Readonly<Record<string, string>> = {}) =>
    library.ask("POST", "/root:/x.txt:/createUploadSession", body, headers);
  const send = (url: string, text: string) =>
    library.onSiteHost(url, {
      method: "PUT",
      headers: { "content-range": `bytes 0-${text.length - 1}/${text.length}` },
      body: text,
    });

  test("ends on the clock, and goes on while it is used", async () => {
    const { uploadUrl, expirationDateTime } = (await open()).body;
    await clockAt(expirationDateTime, -1);
    expect((await library.onSiteHost(uploadUrl)).status).toBe(200);
    await clockAt(expirationDateTime, 1);
    expect((await library.onSiteHost(uploadUrl)).status).toBe(404);
    expect((await send(uploadUrl, "late")).status).toBe(404);
  });

  test("is held to the version it names when it is opened", async () => {
    const { eTag } = (await library.put("x.txt", "1")).body;
    const replace = { item: { "@microsoft.graph.conflictBehavior": "replace" } };
    expect((await open(replace, { "if-none-match": eTag })).status).toBe(412);
    expect((await open(replace, { "if-match": eTag })).status).toBe(200);
    await library.put("x.txt", "2");
    expect((await open(replace, { "if-match": eTag })).status).toBe(412);
  });

  test("keeps what was said of the file, and expects nothing more once it is whole", async () => {
    const item = { description: "minutes", fileSystemInfo: { createdDateTime: "2019-05-06T07:08:09Z" } };
    const { uploadUrl } = (await open({ item, deferCommit: true })).body;
    const whole = await send(uploadUrl, "all of it");
    expect([whole.status, (await whole.json()).nextExpectedRanges]).toEqual([202, []]);
    expect((await library.onSiteHost(uploadUrl, { method: "POST" })).status).toBe(201);
    const told = (await library.ask("GET", "/root:/x.txt?$select=description,fileSystemInfo")).body;
    expect(told).toMatchObject(item);
  });

  test("is 507 where there is no room, when it is opened and when it ends", async () => {
    await library.put("there.txt", "x".repeat(60));
    const [{ quota }] = (await local.graph("GET", `/sites/${local.siteId}/drives`)).body.value;
    expect(quota).toMatchObject({ state: "normal", used: 0 });
    await local.control("POST", "quota", { total: 100 });
    try {
      expect((await open({ item: { fileSize: 41 } })).status).toBe(507);
      const { uploadUrl } = (await open()).body;
      expect((await send(uploadUrl, "y".repeat(41))).status).toBe(507);
      expect((await library.put("y.txt", "y".repeat(41))).body.error.code).toBe("quotaLimitReached");
      expect((await library.put("y.txt", "y".repeat(40))).status).toBe(201);
      expect((await library.ask("GET", "")).body.quota).toMatchObject({ state: "exceeded", remaining: 0, used: 100 });
    } finally {
      await local.control("DELETE", "quota");
    }
  });
});
