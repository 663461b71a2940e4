import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keep, readKept } from "./kept-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kept-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const rows = Array.from({ length: 2_500 }, (_, number) => ({ id: `${number}`, name: "Mrs Canary of Canal Street" }));
const place = (name = "rows") => ({ path: join(folder, name), key: Buffer.alloc(32, 7), shape: "site and register" });

describe("what is kept on disk", () => {
  it("comes back as it was, in one file its owner alone can read", async () => {
    await keep(place(), rows);
    expect(await readKept(place())).toEqual(rows);
    expect(readdirSync(folder)).toEqual(["rows"]);
    expect(statSync(place().path).mode & 0o077).toBe(0);
  });

  it("shows nothing of what it holds", async () => {
    await keep(place(), rows);
    const bytes = readFileSync(place().path);
    for (const word of ["Canary", "name", '"id"']) expect(bytes.includes(word)).toBe(false);
  });

  it("is nothing when it is not there, or kept for something else, or with another key", async () => {
    expect(await readKept(place("none"))).toBeUndefined();
    await keep(place(), rows);
    expect(await readKept({ ...place(), shape: "another register" })).toBeUndefined();
    expect(await readKept({ ...place(), key: Buffer.alloc(32, 8) })).toBeUndefined();
  });

  it("is nothing when any part of it was altered, cut off, or put in another place", async () => {
    await keep(place(), rows);
    const whole = readFileSync(place().path);
    const tried = (bytes: Buffer) => {
      writeFileSync(place().path, bytes);
      return readKept(place());
    };
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const altered = Buffer.from(whole);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(await tried(altered), `byte ${at}`).toBeUndefined();
      expect(await tried(whole.subarray(0, at)), `first ${at} bytes`).toBeUndefined();
    }
    const first = 16;
    const second = first + 5 + whole.readUInt32BE(first);
    const third = second + 5 + whole.readUInt32BE(second);
    const blocks = [whole.subarray(first, second), whole.subarray(second, third), whole.subarray(third)];
    const head = whole.subarray(0, first);
    for (const order of [[1, 0, 2], [0, 2], [2]])
      expect(await tried(Buffer.concat([head, ...order.map((at) => blocks[at] ?? head)])), `${order}`).toBeUndefined();
    expect(await tried(whole)).toEqual(rows);
  });

  it("stays as it was when what is to replace it cannot be made", async () => {
    await keep(place(), rows);
    const failing = function* () {
      yield* rows;
      throw new Error("out of rows");
    };
    await expect(keep(place(), failing())).rejects.toThrow("out of rows");
    expect(await readKept(place())).toEqual(rows);
    expect(readdirSync(folder)).toEqual(["rows"]);
  });
});
