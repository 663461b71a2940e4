import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Started, started } from "../started.testing.ts";

let local: Started;
let drive: string;
let count = 0;
beforeAll(async () => {
  local = await started();
});
afterAll(() => local.close());
beforeEach(async () => {
  const asked = { displayName: `Library ${++count}`, list: { template: "documentLibrary" } };
  const { body } = await local.graph("POST", `/sites/${local.siteId}/lists`, asked);
  const { id } = (await local.graph("GET", `/sites/${local.siteId}/lists/${body.id}/drive`)).body;
  drive = `/drives/${id}`;
});

const bytes = (text: string) => new TextEncoder().encode(text);
const put = (path: string, content: Uint8Array, query = "", headers = {}) =>
  local.graph("PUT", `${drive}/root:/${path}:/content${query}`, content, headers);
/** Goes where a real client goes for an address on the site's own host. */
const onSiteHost = (url: string, init?: RequestInit) => {
  const { host, pathname, search } = new URL(url);
  expect(host).toBe("meadowbank.sharepoint.com");
  return fetch(`${local.url}${pathname}${search}`, init);
};
const read = async (path: string) => {
  const answer = await local.graph("GET", `${drive}/root:/${path}:/content`);
  expect(answer.status).toBe(302);
  return Buffer.from(await (await onSiteHost(answer.headers.get("location") ?? "")).arrayBuffer());
};

describe("a file", () => {
  test("is written with the folders above it, read back, and hashed without SHA-256", async () => {
    const written = await put("a/b%20c/d.txt", bytes("hello"));
    expect(written.status).toBe(201);
    expect(written.body).toMatchObject({
      name: "d.txt",
      size: 5,
      file: { hashes: { quickXorHash: "aCgDG9jwBgAAAAAABQAAAAAAAAA=" } },
    });
    expect(written.body.file.hashes).not.toHaveProperty("sha256Hash");
    expect((await read("a/b%20c/d.txt")).toString()).toBe("hello");
    const folder = (await local.graph("GET", `${drive}/root:/a/b%20c`)).body;
    expect(folder).toMatchObject({ name: "b c", folder: { childCount: 1 } });
    expect((await local.graph("GET", `${drive}/items/${folder.id}:/d.txt`)).body.id).toBe(written.body.id);
  });

  test("replaces, fails or takes another name when its own is taken", async () => {
    await put("x.txt", bytes("1"));
    expect((await put("x.txt", bytes("2"))).status).toBe(200);
    const failing = await put("X.TXT", bytes("3"), "?@microsoft.graph.conflictBehavior=fail");
    expect(failing).toMatchObject({ status: 409, body: { error: { code: "nameAlreadyExists" } } });
    const renamed = await put("x.txt", bytes("4"), "?@microsoft.graph.conflictBehavior=rename");
    expect(renamed).toMatchObject({ status: 201, body: { name: "x 1.txt" } });
    expect((await read("x.txt")).toString()).toBe("2");
  });

  test("is replaced only by whoever holds its version", async () => {
    const { eTag } = (await put("x.txt", bytes("1"))).body;
    expect((await put("x.txt", bytes("2"), "", { "if-match": eTag })).status).toBe(200);
    expect((await put("x.txt", bytes("3"), "", { "if-match": eTag })).status).toBe(412);
    expect((await read("x.txt")).toString()).toBe("2");
  });

  test("is read in part", async () => {
    await put("x.txt", bytes("0123456789"));
    const { headers } = await local.graph("GET", `${drive}/root:/x.txt:/content`);
    const part = await onSiteHost(headers.get("location") ?? "", { headers: { range: "bytes=2-4" } });
    expect([part.status, part.headers.get("content-range"), await part.text()]).toEqual([206, "bytes 2-4/10", "234"]);
  });

  test("is not given to an altered address, nor to one sent with a token", async () => {
    await put("x.txt", bytes("1"));
    await put("y.txt", bytes("2"));
    const y = (await local.graph("GET", `${drive}/root:/y.txt`)).body;
    const location = (await local.graph("GET", `${drive}/root:/x.txt:/content`)).headers.get("location") ?? "";
    const altered = new URL(location);
    altered.searchParams.set("UniqueId", y.id);
    expect((await onSiteHost(altered.href)).status).toBe(401);
    expect((await onSiteHost(location, { headers: { authorization: "Bearer x" } })).status).toBe(401);
    expect((await onSiteHost(location)).status).toBe(200);
  });

  test.each(["a%3Ab.txt", "a%22.txt", "a%5Cb.txt", "con", "a.", "%20a.txt", "~$a.docx", "a%0Ab"])(
    "is refused the name %s",
    async (name) => {
      expect((await put(name, bytes("x"))).status).toBe(400);
    },
  );

  test("is refused a path of more than 400 characters", async () => {
    const long = Array.from({ length: 5 }, () => "x".repeat(90)).join("/");
    expect((await put(long, bytes("x"))).body.error.code).toBe("pathIsTooLong");
  });

  test("is moved, renamed and deleted", async () => {
    const { id } = (await put("a/x.txt", bytes("1"))).body;
    await put("b/y.txt", bytes("2"));
    const { id: b } = (await local.graph("GET", `${drive}/root:/b`)).body;
    const moved = await local.graph("PATCH", `${drive}/items/${id}`, { name: "z.txt", parentReference: { id: b } });
    expect(moved.body.parentReference.path).toMatch(/root:\/b$/);
    expect((await read("b/z.txt")).toString()).toBe("1");
    expect((await local.graph("DELETE", `${drive}/root:/b`)).status).toBe(204);
    expect((await local.graph("GET", `${drive}/items/${id}`)).status).toBe(404);
    expect((await local.graph("GET", `${drive}/root:/a`)).status).toBe(200);
  });

  test("is not moved over another", async () => {
    const { id } = (await put("x.txt", bytes("1"))).body;
    await put("y.txt", bytes("2"));
    const refused = await local.graph("PATCH", `${drive}/items/${id}`, { name: "Y.txt" });
    expect(refused).toMatchObject({ status: 409, body: { error: { code: "nameAlreadyExists" } } });
    expect((await read("y.txt")).toString()).toBe("2");
  });

  test("of an Office or image kind is not kept as it was sent, but still opens", async () => {
    const sent = zipSync({ "word/document.xml": bytes("<w/>") });
    expect((await put("x.docx", sent)).body.size).not.toBe(sent.length);
    const kept = await read("x.docx");
    expect(kept).not.toEqual(Buffer.from(sent));
    expect(Buffer.from(unzipSync(kept)["word/document.xml"] ?? []).toString()).toBe("<w/>");
    await put("x.zip", sent);
    expect(await read("x.zip")).toEqual(Buffer.from(sent));
    const photo = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);
    await put("x.jpg", photo);
    expect((await read("x.jpg")).length).toBeGreaterThan(photo.length);
  });

  test("lies on disk under its SHA-256", async () => {
    await put("x.txt", bytes("hello"));
    const hash = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    expect(readFileSync(join(local.dataDir, "blobs", hash), "utf8")).toBe("hello");
  });
});

describe("a folder", () => {
  const make = (name: string, behaviour?: string) =>
    local.graph("POST", `${drive}/root/children`, {
      name,
      folder: {},
      ...(behaviour ? { "@microsoft.graph.conflictBehavior": behaviour } : {}),
    });

  test("is made once, unless another name will do", async () => {
    expect((await make("a")).status).toBe(201);
    expect((await make("a")).status).toBe(409);
    expect((await make("a", "rename")).body.name).toBe("a 1");
  });

  test("lists what it holds 200 at a time", async () => {
    for (let n = 0; n < 205; n++) await put(`many/${String(n).padStart(3, "0")}.txt`, bytes(""));
    const first = (await local.graph("GET", `${drive}/root:/many:/children?$select=name`)).body;
    expect(first.value).toHaveLength(200);
    const next = first["@odata.nextLink"].slice("https://graph.microsoft.com/v1.0".length);
    const second = (await local.graph("GET", next)).body;
    expect(second.value.map(({ name }: { name: string }) => name)).toEqual([
      "200.txt",
      "201.txt",
      "202.txt",
      "203.txt",
      "204.txt",
    ]);
    expect(second).not.toHaveProperty("@odata.nextLink");
  });
});

describe("an upload session", () => {
  const UNIT = 327_680;
  const whole = Buffer.alloc(2 * UNIT + 10, 7);
  const open = (path: string, body = {}) => local.graph("POST", `${drive}/root:/${path}:/createUploadSession`, body);
  const send = (url: string, from: number, to: number, headers = {}) =>
    onSiteHost(url, {
      method: "PUT",
      headers: { "content-range": `bytes ${from}-${to - 1}/${whole.length}`, ...headers },
      body: whole.subarray(from, to),
    });

  test("takes ranges in order and ends with the file", async () => {
    const { uploadUrl, nextExpectedRanges } = (await open("big.bin")).body;
    expect(nextExpectedRanges).toEqual(["0-"]);
    const first = await send(uploadUrl, 0, UNIT);
    expect([first.status, (await first.json()).nextExpectedRanges]).toEqual([202, [`${UNIT}-`]]);
    expect((await send(uploadUrl, 0, UNIT)).status).toBe(416);
    expect((await (await onSiteHost(uploadUrl)).json()).nextExpectedRanges).toEqual([`${UNIT}-`]);
    const last = await send(uploadUrl, UNIT, whole.length);
    expect([last.status, (await last.json()).size]).toEqual([201, whole.length]);
    expect(await read("big.bin")).toEqual(whole);
    expect((await send(uploadUrl, 0, UNIT)).status).toBe(404);
  });

  test("takes a small file in any pieces, as Microsoft's example sends one", async () => {
    const { uploadUrl } = (await open("small.bin")).body;
    const small = Buffer.alloc(128, 1);
    const piece = (from: number, to: number) =>
      onSiteHost(uploadUrl, {
        method: "PUT",
        headers: { "content-range": `bytes ${from}-${to}/128` },
        body: small.subarray(from, to + 1),
      });
    const first = await piece(0, 25);
    expect([first.status, (await first.json()).nextExpectedRanges]).toEqual([202, ["26-"]]);
    expect((await piece(26, 127)).status).toBe(201);
    expect(await read("small.bin")).toEqual(small);
  });

  test("refuses odd ranges and a token", async () => {
    const { uploadUrl } = (await open("odd.bin")).body;
    expect((await send(uploadUrl, 0, UNIT + 1)).status).toBe(400);
    expect((await send(uploadUrl, UNIT, whole.length)).status).toBe(416);
    expect((await send(uploadUrl, 0, UNIT, { authorization: "Bearer x" })).status).toBe(401);
    expect((await onSiteHost(uploadUrl, { method: "DELETE" })).status).toBe(204);
    expect((await onSiteHost(uploadUrl)).status).toBe(404);
  });

  test("fails where the name is taken, unless it may replace", async () => {
    await put("taken.bin", bytes("1"));
    expect((await open("taken.bin")).status).toBe(409);
    const replacing = await open("taken.bin", { item: { "@microsoft.graph.conflictBehavior": "replace" } });
    expect((await send(replacing.body.uploadUrl, 0, whole.length)).status).toBe(200);
    expect(await read("taken.bin")).toEqual(whole);
  });

  test("fails at its end when the name was taken meanwhile", async () => {
    const { uploadUrl } = (await open("late.bin")).body;
    await put("late.bin", bytes("1"));
    expect((await send(uploadUrl, 0, whole.length)).status).toBe(409);
    expect((await read("late.bin")).toString()).toBe("1");
  });

  test("waits to be finished when it was asked to", async () => {
    const { uploadUrl } = (await open("waiting.bin", { deferCommit: true })).body;
    expect((await send(uploadUrl, 0, whole.length)).status).toBe(202);
    expect((await local.graph("GET", `${drive}/root:/waiting.bin`)).status).toBe(404);
    expect((await onSiteHost(uploadUrl, { method: "POST" })).status).toBe(201);
    expect(await read("waiting.bin")).toEqual(whole);
  });
});
