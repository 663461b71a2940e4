import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Started, started } from "../started.testing.ts";

let local: Started;
let list: string;
let item: string;
let count = 0;
beforeAll(async () => {
  local = await started();
});
afterAll(() => local.close());
beforeEach(async () => {
  const { body } = await local.graph("POST", `/sites/${local.siteId}/lists`, {
    displayName: `Versioned ${++count}`,
    columns: [
      { name: "colour", text: {} },
      { name: "gone", text: {} },
    ],
  });
  list = `/sites/${local.siteId}/lists/${body.id}`;
  await local.graph("POST", `${list}/items`, { fields: { colour: "red", gone: "soon" } });
  item = `${list}/items/1`;
});

const change = (colour: string) => local.graph("PATCH", `${item}/fields`, { colour });
const versions = async (query = "") => (await local.graph("GET", `${item}/versions${query}`)).body.value;

test("every change of a row is a version, the latest first, with its fields when they are expanded", async () => {
  await change("green");
  await change("blue");
  const all = await versions("?$expand=fields");
  expect(all.map(({ id, fields }: { id: string; fields: { colour: string } }) => [id, fields.colour])).toEqual([
    ["3.0", "blue"],
    ["2.0", "green"],
    ["1.0", "red"],
  ]);
  expect(all[0]).toMatchObject({ lastModifiedBy: { application: { displayName: "Line of Sight" } } });
  expect((await versions())[0]).not.toHaveProperty("fields");
});

test("one version is read by its id, and its fields by themselves", async () => {
  await change("green");
  const one = await local.graph("GET", `${item}/versions/1.0?$expand=fields($select=colour)`);
  expect(one.body).toMatchObject({ id: "1.0", fields: { colour: "red" } });
  expect(one.body.fields).not.toHaveProperty("gone");
  expect((await local.graph("GET", `${item}/versions/1.0/fields`)).body).toMatchObject({ colour: "red", gone: "soon" });
  expect((await local.graph("GET", `${item}/versions/7.0`)).status).toBe(404);
});

test("an earlier version is restored as a new one, without what has no column any more", async () => {
  await change("green");
  await local.graph("DELETE", `${list}/columns/gone`);
  expect((await local.graph("POST", `${item}/versions/1.0/restoreVersion`)).status).toBe(204);
  const { body } = await local.graph("GET", item);
  expect(body.fields).toMatchObject({ colour: "red", _UIVersionString: "3.0" });
  expect(body.fields).not.toHaveProperty("gone");
  expect((await versions()).map(({ id }: { id: string }) => id)).toEqual(["3.0", "2.0", "1.0"]);
  expect((await local.graph("POST", `${item}/versions/9.0/restoreVersion`)).status).toBe(404);
});

test("fifty versions are kept beside the latest, and none of a row that is gone", async () => {
  for (let n = 0; n < 55; n++) await change(`colour ${n}`);
  const ids = (await versions()).map(({ id }: { id: string }) => id);
  expect([ids[0], ids.at(-1), ids.length]).toEqual(["56.0", "6.0", 51]);
  await local.graph("DELETE", item);
  expect((await local.graph("GET", `${item}/versions`)).status).toBe(404);
});

test("a link to a row is made once for each kind, told among its permissions, and taken away", async () => {
  const asked = { type: "view", scope: "organization" };
  const made = await local.graph("POST", `${item}/createLink`, asked);
  expect(made).toMatchObject({ status: 201, body: { roles: ["read"], link: asked, hasPassword: false } });
  expect(await local.graph("POST", `${item}/createLink`, asked)).toMatchObject({
    status: 200,
    body: { id: made.body.id },
  });
  expect((await local.graph("POST", `${item}/createLink`, { ...asked, type: "edit" })).body.roles).toEqual(["write"]);
  expect((await local.graph("GET", `${item}/permissions`)).body.value).toHaveLength(2);
  expect((await local.graph("DELETE", `${item}/permissions/${made.body.id}`)).status).toBe(204);
  expect((await local.graph("GET", `${item}/permissions/${made.body.id}`)).status).toBe(404);
  for (const wrong of [{ type: "embed" }, { scope: "planet" }]) {
    expect((await local.graph("POST", `${item}/createLink`, { ...asked, ...wrong })).status).toBe(400);
  }
});
