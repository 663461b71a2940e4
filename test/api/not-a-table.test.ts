import { readdir } from "node:fs/promises";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { imports } from "#domain/registers/imports.ts";
import { type BroughtIn, complaintsBroughtIn, headings, text, two, who } from "../support/complaints-brought-in.ts";
import { sendRaw } from "../support/send-raw.ts";

/** Uploads that are no table anybody could read: refused in plain words, with nothing kept. */
let world: BroughtIn;
beforeAll(async () => {
  world = await complaintsBroughtIn();
});
afterAll(() => world.demo.close());

describe("what is not a table at all", () => {
  const zeros = (bytes: number) => new Uint8Array(bytes);
  const bomb = () =>
    zipSync(
      { "[Content_Types].xml": strToU8("<Types/>"), "xl/worksheets/sheet1.xml": zeros(40_000_000) },
      { level: 6 },
    );
  const oversized = () => {
    const bytes = Buffer.alloc(51_000_000);
    bytes.set([0x50, 0x4b, 3, 4]);
    return bytes;
  };

  it.each([
    ["an empty file", () => new Uint8Array(), "complaints.csv", /^There is nothing in this file\.$/],
    [
      "nothing but blank lines",
      () => Buffer.from("\r\n \r\n\r\n"),
      "complaints.csv",
      /^There is nothing in this file\.$/,
    ],
    [
      "one line",
      () => Buffer.from("hello"),
      "complaints.csv",
      /No report that Line of Sight knows has these headings: “hello”/,
    ],
    [
      "binary junk",
      () => Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 256)),
      "x.csv",
      /“x\.csv” is neither a text table nor an Excel workbook \(\.xlsx\)/,
    ],
    [
      "a picture called a workbook",
      () => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
      "x.xlsx",
      /neither a text table nor an Excel workbook/,
    ],
    [
      "an old workbook",
      () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]),
      "x.xls",
      /neither a text table nor an Excel workbook/,
    ],
    [
      "a broken workbook",
      () => Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.from("junk".repeat(50))]),
      "x.xlsx",
      /cannot be read as an Excel workbook: it is damaged/,
    ],
    [
      "a zip that is no workbook",
      () => zipSync({ "a.txt": strToU8("a") }),
      "x.xlsx",
      /cannot be read as an Excel workbook/,
    ],
    [
      "a workbook that unpacks to far more than it is",
      bomb,
      "x.xlsx",
      /unpacks to far more than a spreadsheet would, so it was not opened/,
    ],
    [
      "a workbook over the limit",
      oversized,
      "x.xlsx",
      /^This workbook is 51 MB; the limit is 50 MB\. Nothing of it was read\.$/,
    ],
  ])("is refused: %s", async (_, content, name, say) => {
    const before = world.demo.outside.store.all(imports).length;
    const { status, body } = await world.upload(content(), { name });
    expect(status).toBe(409);
    expect(body.title).toMatch(say);
    expect(body.next).toMatch(/^[A-Z].{20,}\.$/);
    expect(world.demo.outside.store.all(imports)).toHaveLength(before);
  });

  it("is refused without a name, or with nothing sent at all", async () => {
    const nameless = await world.demo.as(who, "/imports", { method: "POST", raw: "a" });
    expect(nameless.status).toBe(400);
    const nothing = await world.demo.as(who, "/imports?fileName=a.csv", { method: "POST" });
    expect(nothing.status).toBe(409);
    expect((await nothing.json()).title).toBe("There is nothing in this file.");
  });

  it("keeps nothing of an upload that was cut off half way, and takes the whole file afterwards", async () => {
    const content = text([headings, ...two()]);
    const held = (await readdir(world.uploads)).length;
    const before = world.demo.outside.store.all(imports).length;
    const authorization = `Bearer ${await world.demo.tokenOf(who)}`;
    const { status } = await sendRaw(world.demo.url, {
      method: "POST",
      path: "/api/v1/imports?fileName=complaints.csv",
      headers: { authorization, "content-length": String(content.length) },
      body: content.slice(0, content.length / 2),
      cutOff: true,
    });
    expect(status).toBe(0);
    await expect.poll(async () => (await readdir(world.uploads)).length).toBe(held);
    expect(world.demo.outside.store.all(imports)).toHaveLength(before);
    expect((await world.bringIn(content)).row.counts).toMatchObject({ scanned: 2, loaded: 2 });
  });
});
