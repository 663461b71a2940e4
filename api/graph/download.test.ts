import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, type Context } from "@microsoft/microsoft-graph-client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { download } from "./download.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "download-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const arriving = () => join(folder, "arriving");
const whole = Buffer.alloc(300_000, "evidence ");

/** Two thirds of the file, then the connection is gone. */
const cut = (): Response => {
  let sent = false;
  return new Response(
    new ReadableStream({
      pull(stream) {
        if (sent) stream.error(new TypeError("terminated"));
        else stream.enqueue(new Uint8Array(whole.subarray(0, 200_000)));
        sent = true;
      },
    }),
  );
};

/** A Graph client that is answered these, one after the other; `seen` tells what lies at `to` at each call. */
function answered(to: string, answers: readonly (() => Response)[]) {
  const seen: boolean[] = [];
  const middleware = {
    async execute(context: Context) {
      seen.push(existsSync(to));
      context.response = answers[seen.length - 1]?.() ?? new Response(null, { status: 500 });
    },
  };
  return { client: Client.initWithMiddleware({ middleware }), seen };
}

test("a download that is cut begins again, and is not there before it is whole", async () => {
  const to = join(folder, "deep", "file.bin");
  const { client, seen } = answered(to, [cut, () => new Response(new Uint8Array(whole))]);
  await download(client, "/drives/d/root:/file.bin:", to, arriving());
  expect(seen).toEqual([false, false]);
  expect(readFileSync(to).equals(whole)).toBe(true);
  expect(readdirSync(join(folder, "deep"))).toEqual(["file.bin"]);
});

test("a download that fails after a cut leaves nothing", async () => {
  const to = join(folder, "file.bin");
  const { client } = answered(to, [cut, () => new Response("{}", { status: 403 })]);
  await expect(download(client, "/drives/d/root:/file.bin:", to, arriving())).rejects.toMatchObject({
    statusCode: 403,
  });
  expect(readdirSync(folder)).toEqual(["arriving"]);
  expect(readdirSync(arriving())).toEqual([]);
});
