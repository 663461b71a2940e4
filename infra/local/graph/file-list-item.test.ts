import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Started, started } from "../started.testing.ts";
import { type Library, openLibrary } from "./library.testing.ts";

let local: Started;
let library: Library;
let file: string;
beforeAll(async () => {
  local = await started();
});
afterAll(() => local.close());
beforeEach(async () => {
  library = await openLibrary(local, [
    { name: "Subject", text: {} },
    { name: "Pages", number: {} },
  ]);
  await library.put("first.txt", "1");
  file = `/items/${(await library.put("second.txt", "22")).body.id}`;
});

const fields = (body: object, match?: string) =>
  library.ask("PATCH", `${file}/listItem/fields`, body, match === undefined ? {} : { "if-match": match });

test("a file is a row of its library, numbered as rows are", async () => {
  const { body } = await library.ask("GET", `${file}/listItem?$expand=fields($select=FileLeafRef,Pages)`);
  expect(body).toMatchObject({ id: "2", contentType: { name: "Document" }, fields: { FileLeafRef: "second.txt" } });
  expect(Object.keys(body.fields).filter((name) => !name.startsWith("@"))).toEqual(["FileLeafRef"]);
  const ids = await library.ask("GET", `${file}/listItem?$select=sharepointIds`);
  expect(ids.body.sharepointIds.listItemId).toBe("2");
  expect((await library.ask("GET", "root/listItem")).status).toBe(404);
});

test("its fields are written, emptied, and checked against the library's columns", async () => {
  const written = await fields({ Subject: "falls", Pages: 3 });
  expect(written).toMatchObject({ status: 200, body: { Subject: "falls", Pages: 3, FileSizeDisplay: "2" } });
  expect((await fields({ Pages: null })).body.Pages).toBeUndefined();
  expect((await fields({ Nothing: 1 })).status).toBe(400);
  expect((await fields({ Pages: "many" })).status).toBe(400);
  expect(await library.text(`${file}/content`)).toBe("22");
});

test("a write holds to the version it names: the file's eTag and the row's are of the same version", async () => {
  const { eTag } = (await library.ask("GET", file)).body;
  const row = (await library.ask("GET", `${file}/listItem`)).body.eTag;
  expect(row.replace(/[{}]/g, "")).toBe(eTag.replace(/[{}]/g, "").toLowerCase());
  expect((await fields({ Subject: "one" }, row)).status).toBe(200);
  expect((await fields({ Subject: "two" }, row)).status).toBe(412);
  expect((await fields({ Subject: "two" }, eTag)).status).toBe(412);
  expect((await library.ask("GET", `${file}/listItem/fields`)).body.Subject).toBe("one");
});

test("a file is renamed by its name field, though not over another", async () => {
  expect((await fields({ FileLeafRef: "third.txt" })).body.FileLeafRef).toBe("third.txt");
  expect((await library.ask("GET", file)).body.name).toBe("third.txt");
  expect((await fields({ FileLeafRef: "FIRST.txt", Subject: "lost" })).status).toBe(409);
  expect((await library.ask("GET", `${file}/listItem/fields`)).body.Subject).toBeUndefined();
});

test("children and single items are told with their list item when it is expanded", async () => {
  await fields({ Subject: "falls" });
  const { value } = (await library.ask("GET", "root/children?$expand=listItem($expand=fields)&$orderby=name desc"))
    .body;
  expect(value.map((one: { listItem: { fields: { Subject?: string } } }) => one.listItem.fields.Subject)).toEqual([
    "falls",
    undefined,
  ]);
  const root = (await library.ask("GET", "/root?$expand=children")).body;
  expect(root.children.map(({ name }: { name: string }) => name)).toEqual(["first.txt", "second.txt"]);
  expect((await library.ask("GET", `${file}?$expand=thumbnails`)).status).toBe(501);
});
