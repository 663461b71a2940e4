import {
  BatchRequestContent,
  BatchResponseContent,
  type Client,
  FileUpload,
  LargeFileUploadTask,
  OneDriveLargeFileUploadTask,
  PageIterator,
} from "@microsoft/microsoft-graph-client";
import type { DriveItem } from "@microsoft/microsoft-graph-types";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Started, started } from "../../infra/local/started.testing.ts";
import { realGraphClient } from "./real-graph-client.ts";

const UNIT = 327_680;
let local: Started;
let client: Client;
let drive: string;
let count = 0;
beforeAll(async () => {
  local = await started();
  ({ client } = realGraphClient(local.url, await local.token()));
});
afterAll(() => local.close());
beforeEach(async () => {
  const asked = { displayName: `Library ${++count}`, list: { template: "documentLibrary" } };
  const made = await client.api(`/sites/${local.siteId}/lists`).post(asked);
  drive = `/drives/${(await client.api(`/sites/${local.siteId}/lists/${made.id}/drive`).get()).id}`;
});

const put = (path: string, text: string): Promise<DriveItem> => client.api(`${drive}/root:/${path}:/content`).put(text);

/** Every name an iterator meets, and the link it ends with. */
async function walked(
  first: unknown,
): Promise<{ readonly names: readonly string[]; readonly delta: string | undefined }> {
  const names: string[] = [];
  const iterator = new PageIterator(client, first as never, (item: DriveItem) => {
    names.push(item.deleted ? "(deleted)" : (item.name ?? ""));
    return true;
  });
  await iterator.iterate();
  return { names, delta: iterator.getDeltaLink() };
}

describe("PageIterator", () => {
  test("walks a folder's children, backwards too", async () => {
    for (let n = 0; n < 5; n++) await put(`${n}.txt`, String(n));
    const page = await client.api(`${drive}/root/children`).top(2).orderby("name desc").select("name").get();
    expect((await walked(page)).names).toEqual(["4.txt", "3.txt", "2.txt", "1.txt", "0.txt"]);
  });

  test("follows a library's delta and what changed after it", async () => {
    for (const name of ["a.txt", "b.txt", "c.txt"]) await put(name, name);
    const { names, delta = "" } = await walked(await client.api(`${drive}/root/delta`).top(2).get());
    expect(names).toEqual(["root", "a.txt", "b.txt", "c.txt"]);
    await client.api(`${drive}/root:/b.txt`).delete();
    await put("a.txt", "again");
    expect((await walked(await client.api(delta).get())).names).toEqual(["(deleted)", "a.txt"]);
  });
});

describe("LargeFileUploadTask", () => {
  const bytes = Buffer.alloc(2 * UNIT + 5, 9);
  const task = async (name: string, behaviour: string) => {
    const session = await LargeFileUploadTask.createUploadSession(
      client,
      `${drive}/root:/${name}:/createUploadSession`,
      { item: { "@microsoft.graph.conflictBehavior": behaviour } },
    );
    const file = new FileUpload(bytes, name, bytes.length);
    return { session, task: new LargeFileUploadTask(client, file, session, { rangeSize: UNIT }) };
  };

  test("is told that a name is taken, and takes another when it may", async () => {
    await put("x.bin", "taken");
    await expect(task("x.bin", "fail")).rejects.toMatchObject({ statusCode: 409, code: "nameAlreadyExists" });
    const renaming = await task("x.bin", "rename");
    const { responseBody } = await renaming.task.upload();
    expect(responseBody).toMatchObject({ name: "x 1.bin", size: bytes.length });
  });

  test("reads what is expected next, and is gone once it is cancelled", async () => {
    const { session, task: uploading } = await task("y.bin", "fail");
    const slice = new Uint8Array(bytes.subarray(0, UNIT)).buffer;
    await uploading.uploadSlice(slice, { minValue: 0, maxValue: UNIT - 1 } as never, bytes.length);
    expect(await uploading.getStatus()).toMatchObject({ nextExpectedRanges: [`${UNIT}-`] });
    await uploading.cancel();
    await expect(client.api(session.url).get()).rejects.toMatchObject({ statusCode: 404 });
    await expect(client.api(`${drive}/root:/y.bin`).get()).rejects.toMatchObject({ statusCode: 404 });
  });

  test("of OneDrive makes the folders above a file", async () => {
    const made = await OneDriveLargeFileUploadTask.createTaskWithFileObject(
      client,
      new FileUpload(bytes, "deep.bin", bytes.length),
      {
        path: "a/b",
        fileName: "deep.bin",
        rangeSize: UNIT,
        uploadSessionURL: `${drive}/root:/a/b/deep.bin:/createUploadSession`,
      },
    );
    await made.upload();
    expect((await client.api(`${drive}/root:/a/b/deep.bin`).get()).size).toBe(bytes.length);
  });
});

describe("the batch helpers", () => {
  const request = (method: string, path: string, body?: object): Request =>
    new Request(`https://graph.microsoft.com${path}`, {
      method,
      ...(body ? { headers: { "content-type": "application/json" }, body: JSON.stringify(body) } : {}),
    });
  const send = async (content: BatchRequestContent): Promise<BatchResponseContent> =>
    new BatchResponseContent(await client.api("/$batch").post(await content.getContent()));

  test("keep an order, and pass over what depends on a failure", async () => {
    const content = new BatchRequestContent([
      { id: "1", request: request("POST", `${drive}/root/children`, { name: "a", folder: {} }) },
      { id: "2", request: request("GET", `${drive}/root:/a`) },
      { id: "3", request: request("GET", `${drive}/root:/nothing`) },
      { id: "4", request: request("DELETE", `${drive}/root:/a`) },
    ]);
    for (const [id, before] of [
      ["2", "1"],
      ["3", "2"],
      ["4", "3"],
    ] as const)
      content.addDependency(id, before);
    const answers = await send(content);
    expect(["1", "2", "3", "4"].map((id) => answers.getResponseById(id).status)).toEqual([201, 200, 404, 424]);
    expect((await client.api(`${drive}/root:/a`).get()).name).toBe("a");
  });

  test("find the requests that were throttled inside, to send those again", async () => {
    await local.control("POST", "faults", { status: 429, share: 0.4, seed: 2, retryAfter: 1, within: "batch" });
    const left = new Map(Array.from({ length: 12 }, (_, n) => [String(n), `${n}.d`]));
    let rounds = 0;
    while (left.size > 0) {
      const steps = [...left].map(([id, name]) => ({
        id,
        request: request("POST", `${drive}/root/children`, { name, folder: {} }),
      }));
      const answers = await send(new BatchRequestContent(steps));
      for (const [id] of left) {
        const { status, headers } = answers.getResponseById(id);
        if (status === 201) left.delete(id);
        else expect([status, headers.get("retry-after")]).toEqual([429, "1"]);
      }
      expect(++rounds).toBeLessThan(20);
    }
    await local.control("DELETE", "faults");
    expect(rounds).toBeGreaterThan(1);
    expect((await client.api(`${drive}/root/children`).get()).value).toHaveLength(12);
  });
});
