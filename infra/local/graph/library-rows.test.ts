import { afterAll, beforeAll, expect, test } from "vitest";
import { type Started, started } from "../started.testing.ts";

let local: Started;
let items: string;
let drive: string;
beforeAll(async () => {
  local = await started();
  const lists = `/sites/${local.siteId}/lists`;
  const made = await local.graph("POST", lists, {
    displayName: "Evidence",
    list: { template: "documentLibrary" },
    columns: [{ name: "subject", text: {} }],
  });
  items = `${lists}/${made.body.id}/items`;
  drive = `/drives/${(await local.graph("GET", `${lists}/${made.body.id}/drive`)).body.id}`;
  for (const name of ["a.txt", "b.txt", "c.txt"]) {
    await local.graph("PUT", `${drive}/root:/${name}:/content`, new TextEncoder().encode(name));
  }
});
afterAll(() => local.close());

const names = (body: { value: { fields: { FileLeafRef: string } }[] }) =>
  body.value.map(({ fields }) => fields.FileLeafRef);

test("a library's files are rows of it, in pages", async () => {
  const first = (await local.graph("GET", `${items}?$expand=fields&$top=2`)).body;
  const next = first["@odata.nextLink"].slice("https://graph.microsoft.com/v1.0".length);
  const second = (await local.graph("GET", next)).body;
  expect([names(first), names(second)]).toEqual([["a.txt", "b.txt"], ["c.txt"]]);
  expect(second).not.toHaveProperty("@odata.nextLink");
  expect(first.value[0].contentType.name).toBe("Document");
});

test("one row is a file: its fields are read and written, and it leads to the file", async () => {
  expect((await local.graph("PATCH", `${items}/2/fields`, { subject: "Complaints" })).status).toBe(200);
  expect((await local.graph("GET", `${items}/2/fields`)).body).toMatchObject({ subject: "Complaints" });
  expect((await local.graph("GET", `${items}/2?$expand=fields`)).body).toMatchObject({ id: "2" });
  const file = await local.graph("GET", `${items}/2/driveItem`);
  expect(file.body).toMatchObject({ name: "b.txt", size: 5 });
  expect((await local.graph("GET", `${items}/99/driveItem`)).status).toBe(404);
});

test("what only lists can be asked is a loud 501", async () => {
  expect((await local.graph("GET", `${items}?$filter=fields/subject eq 'x'`)).status).toBe(501);
  expect((await local.graph("POST", items, { fields: {} })).status).toBe(501);
});
