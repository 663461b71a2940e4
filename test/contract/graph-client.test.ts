import { createHash } from "node:crypto";
import {
  BatchRequestContent,
  BatchResponseContent,
  type Client,
  FileUpload,
  LargeFileUploadTask,
  PageIterator,
} from "@microsoft/microsoft-graph-client";
import type { DriveItem, ListItem } from "@microsoft/microsoft-graph-types";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Started, started } from "../../infra/local/started.testing.ts";
import { realGraphClient, type Sent } from "./real-graph-client.ts";

let local: Started;
let client: Client;
let sent: readonly Sent[];
let list: string;
let drive: string;
let count = 0;

beforeAll(async () => {
  local = await started();
});
afterAll(() => local.close());
beforeEach(async () => {
  ({ client, sent } = realGraphClient(local.url, await local.token()));
  const site = `/sites/${local.siteId}`;
  const columns = [
    { name: "key", text: {}, indexed: true, enforceUniqueValues: true },
    { name: "status", text: {}, indexed: true },
  ];
  const made = await client.api(`${site}/lists`).post({ displayName: `List ${++count}`, columns });
  list = `${site}/lists/${made.id}`;
  const library = await client
    .api(`${site}/lists`)
    .post({ displayName: `Library ${count}`, list: { template: "documentLibrary" } });
  drive = `/drives/${(await client.api(`${site}/lists/${library.id}/drive`).get()).id}`;
});

const add = (key: string, more = {}): Promise<ListItem> =>
  client.api(`${list}/items`).post({ fields: { key, ...more } });

test("PageIterator walks every page", async () => {
  for (let n = 0; n < 7; n++) await add(`row-${n}`, { status: n % 2 ? "odd" : "even" });
  const first = await client.api(`${list}/items`).expand("fields").filter("fields/status eq 'even'").top(2).get();
  const keys: string[] = [];
  const iterator = new PageIterator(client, first, (item: ListItem & { fields: { key: string } }) => {
    keys.push(item.fields.key);
    return true;
  });
  await iterator.iterate();
  expect(keys).toEqual(["row-0", "row-2", "row-4", "row-6"]);
  expect(sent.every(({ authorization }) => authorization?.startsWith("Bearer "))).toBe(true);
});

test("PageIterator follows delta to its link, and the link to what changed", async () => {
  await add("a");
  const iterator = new PageIterator(client, await client.api(`${list}/items/delta`).top(1).get(), () => true);
  await iterator.iterate();
  const link = iterator.getDeltaLink() ?? "";
  await add("b");
  await client.api(`${list}/items/1`).delete();
  const changed = await client.api(link).get();
  expect(
    changed.value.map((item: { id: string; deleted?: { state: string } }) => [item.id, item.deleted?.state]),
  ).toEqual([["2", undefined]]);
  const rest = await client.api(changed["@odata.nextLink"]).get();
  expect(rest.value).toMatchObject([{ id: "1", deleted: { state: "deleted" } }]);
});

test("a stale change is a 412 with a code", async () => {
  const { eTag } = await add("a");
  const change = (status: string) =>
    client
      .api(`${list}/items/1/fields`)
      .header("If-Match", eTag ?? "")
      .patch({ status });
  expect((await change("first")).status).toBe("first");
  await expect(change("second")).rejects.toMatchObject({ statusCode: 412, code: "resourceModified" });
});

test("an error tells the request id", async () => {
  await expect(client.api(`${list}/items/99`).get()).rejects.toMatchObject({
    statusCode: 404,
    code: "itemNotFound",
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test("throttling is waited out", async () => {
  await local.control("POST", "faults", { status: 429, times: 1, retryAfter: 1 });
  await add("a");
  expect(sent.filter(({ method, path }) => method === "POST" && path.endsWith("/items"))).toHaveLength(2);
  expect((await client.api(`${list}/items`).get()).value).toHaveLength(1);
});

test("a 504 after the commit is sent again by the client: the unique column keeps it one row", async () => {
  await local.control("POST", "faults", { status: 504, times: 1, when: "after", retryAfter: 1 });
  await expect(add("once")).rejects.toMatchObject({ statusCode: 400 });
  expect((await client.api(`${list}/items`).get()).value).toHaveLength(1);
});

test("a claim by an empty file is given once", async () => {
  const claim = () => client.api(`${drive}/root:/claim:/content?@microsoft.graph.conflictBehavior=fail`).put("");
  const answers = await Promise.allSettled([claim(), claim(), claim()]);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refused = answers.find((answer) => answer.status === "rejected");
  expect(refused?.reason).toMatchObject({ statusCode: 409, code: "nameAlreadyExists" });
});

test("LargeFileUploadTask sends a file in ranges without the token, and it comes back the same", async () => {
  const bytes = Buffer.from(Array.from({ length: 1_000_000 }, (_, n) => (n * 31 + (n >> 8)) % 251));
  const progress: number[] = [];
  const task = await LargeFileUploadTask.createUploadSession(client, `${drive}/root:/a/big.bin:/createUploadSession`, {
    item: { "@microsoft.graph.conflictBehavior": "fail" },
  }).then(
    (session) =>
      new LargeFileUploadTask(client, new FileUpload(bytes, "big.bin", bytes.length), session, {
        rangeSize: 327_680,
        uploadEventHandlers: { progress: (range) => void progress.push(range?.minValue ?? -1) },
      }),
  );
  const { responseBody } = await task.upload();
  expect((responseBody as DriveItem).size).toBe(bytes.length);
  expect(progress).toEqual([0, 327_680, 655_360, 983_040]);
  const ranges = sent.filter(({ method, host }) => method === "PUT" && host === "meadowbank.sharepoint.com");
  expect(ranges.map(({ authorization }) => authorization)).toEqual([null, null, null, null]);

  const read: ArrayBuffer = await client
    .api(`${drive}/root:/a/big.bin:/content`)
    .responseType("arraybuffer" as never)
    .get();
  const hash = (data: Uint8Array) => createHash("sha256").update(data).digest("hex");
  expect(hash(new Uint8Array(read))).toBe(hash(bytes));
  const download = sent.at(-1);
  expect([download?.host, download?.authorization]).toEqual(["meadowbank.sharepoint.com", null]);
});

test("an interrupted upload resumes where the service says", async () => {
  const bytes = Buffer.alloc(700_000, 5);
  const session = await LargeFileUploadTask.createUploadSession(
    client,
    `${drive}/root:/cut.bin:/createUploadSession`,
    {},
  );
  const begin = new LargeFileUploadTask(client, new FileUpload(bytes, "cut.bin", bytes.length), session, {
    rangeSize: 327_680,
  });
  const slice = bytes.subarray(0, 327_680);
  await begin.uploadSlice(
    slice.buffer.slice(slice.byteOffset, slice.byteOffset + slice.length),
    { minValue: 0, maxValue: 327_679 } as never,
    bytes.length,
  );
  const again = new LargeFileUploadTask(client, new FileUpload(bytes, "cut.bin", bytes.length), session, {
    rangeSize: 327_680,
  });
  await again.resume();
  expect((await client.api(`${drive}/root:/cut.bin`).get()).size).toBe(bytes.length);
});

test("the batch helpers send and read twenty at once", async () => {
  const steps = Array.from({ length: 20 }, (_, n) => ({
    id: String(n + 1),
    request: new Request(`https://graph.microsoft.com${list}/items`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ fields: { key: n === 19 ? "KEY-0" : `key-${n}` } }),
    }),
  }));
  const content = await new BatchRequestContent(steps).getContent();
  const answers = new BatchResponseContent(await client.api("/$batch").post(content));
  const statuses = steps.map(({ id }) => answers.getResponseById(id).status);
  expect(statuses).toEqual([...Array.from({ length: 19 }, () => 201), 400]);
});
