import type { GraphFI } from "@pnp/graph";
import "@pnp/graph/batching.js";
import "@pnp/graph/columns/index.js";
import "@pnp/graph/files/index.js";
import "@pnp/graph/groups/index.js";
import "@pnp/graph/list-item/index.js";
import "@pnp/graph/lists/index.js";
import "@pnp/graph/members/index.js";
import "@pnp/graph/photos/index.js";
import "@pnp/graph/sites/index.js";
import "@pnp/graph/users/index.js";
import type { ListItem, ListItemVersion } from "@microsoft/microsoft-graph-types";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Started, started, tenant } from "../../infra/local/started.testing.ts";
import { type Asked, pnpOnLoopback } from "./pnp-on-loopback.ts";

let local: Started;
let graph: GraphFI;
let asked: readonly Asked[];
let count = 0;
beforeAll(async () => {
  local = await started();
  ({ graph, asked } = pnpOnLoopback(local.url, await local.token()));
});
afterAll(() => local.close());

const site = () => graph.sites.getById(local.siteId);
/** The contents of an answer that PnPjs types as anything. */
type Row = ListItem & {
  readonly fields: { readonly Title?: string; readonly Status?: string; readonly Amount?: number };
};

describe("lists and their rows", () => {
  let listId: string;
  beforeEach(async () => {
    const made = await site().lists.add({ displayName: `List ${++count}`, list: { template: "genericList" } });
    listId = made.id ?? "";
  });
  const list = () => site().lists.getById(listId);
  const items = () => list().items;
  const add = (Title: string, more: object = {}): Promise<Row> =>
    items().add({ fields: { Title, ...more } } as never) as never;

  test("lists are found, renamed and deleted", async () => {
    expect((await list()()).displayName).toBe(`List ${count}`);
    await list().update({ description: "kept by a test" });
    expect((await site().lists()).find(({ id }) => id === listId)?.description).toBe("kept by a test");
    await list().delete();
    await expect(list()()).rejects.toThrow(/404/);
  });

  test("columns are added, changed and deleted", async () => {
    await list().columns.add({ name: "Status", choice: { choices: ["open", "closed"] }, indexed: true });
    const column = (await list().columns()).find(({ name }) => name === "Status");
    expect(column).toMatchObject({ indexed: true, choice: { choices: ["open", "closed"] } });
    const one = list().columns.getById(column?.id ?? "");
    await one.update({ description: "where it stands" });
    expect((await one()).description).toBe("where it stands");
    await one.delete();
    expect((await list().columns()).map(({ name }) => name)).not.toContain("Status");
  });

  test("rows are added, read, changed and deleted", async () => {
    const { id = "" } = await add("first");
    const one = () => items().getById(id);
    await one().update({ fields: { Title: "second" } });
    expect(((await one().expand("fields")()) as Row).fields.Title).toBe("second");
    const versions = (await one().versions()) as readonly ListItemVersion[];
    expect(versions.map((version) => version.id)).toEqual(["2.0", "1.0"]);
    await one().delete();
    await expect(one()()).rejects.toThrow(/404/);
  });

  test("rows are filtered, ordered, selected and counted off in pages", async () => {
    await list().columns.add({ name: "Status", text: {}, indexed: true });
    await list().columns.add({ name: "Amount", number: {}, indexed: true });
    for (let n = 0; n < 7; n++) await add(`row ${n}`, { Status: n % 2 ? "odd" : "even", Amount: 10 - n });
    const even = (await items()
      .filter("fields/Status eq 'even'")
      .orderBy("fields/Amount")
      .expand("fields($select=Title,Amount)")()) as Row[];
    expect(even.map(({ fields }) => fields.Title)).toEqual(["row 6", "row 4", "row 2", "row 0"]);
    expect(even[0]?.fields.Status).toBeUndefined();
    const pages: number[] = [];
    for await (const page of items().top(3)) pages.push(page.length);
    expect(pages).toEqual([3, 3, 1]);
  });

  test("a batch adds twenty-five rows in two requests and tells a failure by itself", async () => {
    const before = asked.length;
    const [batched, execute] = graph.batched();
    const rows = () => batched.sites.getById(local.siteId).lists.getById(listId).items;
    const outcomes = Array.from({ length: 25 }, (_, n) =>
      rows()
        .add({ fields: n === 7 ? { Unknown: "x" } : { Title: `row ${n}` } } as never)
        .then(() => "added")
        .catch(() => "refused"),
    );
    await execute();
    const told = await Promise.all(outcomes);
    expect(told.filter((one) => one === "added")).toHaveLength(24);
    expect(told[7]).toBe("refused");
    expect(asked.slice(before).map(({ path }) => path)).toEqual(["/v1.0/$batch", "/v1.0/$batch"]);
    expect(await items().top(100)()).toHaveLength(24);
  });
});

describe("files", () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  let driveId: string;
  beforeEach(async () => {
    const made = await site().lists.add({ displayName: `Library ${++count}`, list: { template: "documentLibrary" } });
    driveId = (await site().drives()).find(({ name }) => name === made.displayName)?.id ?? "";
  });
  const drive = () => site().drives.getById(driveId);
  const upload = async (filePathName: string, content: string): Promise<string> =>
    (await drive().root.upload({ filePathName, content: bytes(content), contentType: "text/plain" })).id ?? "";
  const textOf = async (id: string): Promise<string> => (await drive().getItemById(id).getContent()).text();

  test("are uploaded, listed, found, downloaded without the token, and deleted", async () => {
    const id = await upload("notes.txt", "agreed");
    expect(await textOf(id)).toBe("agreed");
    expect(asked.at(-1)).toMatchObject({ host: tenant.hostname, hasToken: false });
    expect((await drive().root.children()).map(({ name }) => name)).toEqual(["notes.txt"]);
    expect((await drive().getItemByPath("notes.txt")()).id).toBe(id);
    expect((await drive().root.search("notes")()).map(({ name }) => name)).toEqual(["notes.txt"]);
    await drive().getItemById(id).delete();
    await expect(drive().getItemById(id)()).rejects.toThrow(/404/);
  });

  test("are made empty and filled, in folders", async () => {
    const folder = await drive().root.children.addFolder({ name: "Evidence" });
    const inside = drive().getItemById(folder.id ?? "").children;
    await inside.add({ filename: "row.csv", content: "a,b", contentType: "text/csv" });
    const [file] = await drive().getItemsByPath("Evidence")();
    expect([file?.name, await textOf(file?.id ?? "")]).toEqual(["row.csv", "a,b"]);
  });

  test("keep their versions", async () => {
    const id = await upload("plan.txt", "one");
    await upload("plan.txt", "three!");
    const versions = await drive().getItemById(id).versions();
    expect(versions.map((version) => [version.id, version.size])).toEqual([
      ["2.0", 6],
      ["1.0", 3],
    ]);
  });

  test("are uploaded in ranges, with a status between them", async () => {
    const whole = Buffer.alloc(327_680 + 100, 7);
    const folder = drive().getItemById((await drive().root()).id ?? "");
    const { session, resumableUpload } = await folder.createUploadSession({ item: { name: "big.bin" } });
    expect(session.nextExpectedRanges).toEqual(["0-"]);
    const send = (from: number, to: number) =>
      resumableUpload.upload(to - from, whole.subarray(from, to), `bytes ${from}-${to - 1}/${whole.length}`);
    await send(0, 327_680);
    expect((await resumableUpload.status()).nextExpectedRanges).toEqual(["327680-"]);
    const { id } = (await send(327_680, whole.length)) as { id: string };
    expect((await drive().getItemById(id)()).size).toBe(whole.length);
    expect(
      asked.filter(({ method, host }) => method === "PUT" && host === tenant.hostname).every((one) => !one.hasToken),
    ).toBe(true);
  });

  test("are moved, copied, checked out and in, labelled and locked", async () => {
    const id = await upload("x.txt", "x");
    const folder = await drive().root.children.addFolder({ name: "Kept" });
    const file = drive().getItemById(id);
    await file.moveItem({ parentReference: { id: folder.id ?? "" }, name: "y.txt" });
    expect(await file.copyItem({ name: "copy.txt" })).toMatch(/^https:\/\/meadowbank\.sharepoint\.com\/.*monitor/);
    expect((await drive().getItemsByPath("Kept")()).map(({ name }) => name)).toEqual(["copy.txt", "y.txt"]);
    await file.checkOut();
    await file.checkIn({ comment: "done" });
    await file.updateRetentionLabel("Keep");
    expect((await file.recordLocked(true)).retentionSettings?.isRecordLocked).toBe(true);
    await expect(file.delete()).rejects.toThrow(/423/);
    await file.removeRetentionLabel();
    await file.permanentDelete();
    expect(await drive().getItemsByPath("Kept")()).toHaveLength(1);
  });

  test("are told by delta as they change", async () => {
    await upload("a.txt", "a");
    const told = (await drive().root.delta()()) as unknown as { values: { name?: string }[] };
    expect(told.values.map(({ name }) => name)).toEqual(["root", "a.txt"]);
  });
});

test("people and groups are found", async () => {
  const [grace] = tenant.users;
  expect((await graph.users.getById(grace.id)()).displayName).toBe(grace.displayName);
  expect((await graph.users.filter("startswith(displayName,'Grace')")()).map(({ id }) => id)).toEqual([grace.id]);
  const members = await graph.groups.getById(tenant.groups[0].id).members();
  expect(members.map(({ id }) => id)).toEqual([grace.id]);
});
