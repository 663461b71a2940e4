import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Started, started } from "../started.testing.ts";

let local: Started;
let items: string;
let count = 0;
beforeAll(async () => {
  local = await started();
});
afterAll(() => local.close());
beforeEach(async () => {
  const { body } = await local.graph("POST", `/sites/${local.siteId}/lists`, { displayName: `Rows ${++count}` });
  items = `/sites/${local.siteId}/lists/${body.id}/items`;
  for (const Title of ["a", "b"]) await local.graph("POST", items, { fields: { Title } });
});

const follow = (link: string) => local.graph("GET", link.slice("https://graph.microsoft.com/v1.0".length));

test.each(["", "/delta"])("pages of items%s can be empty and yet lead on, as often as told", async (path) => {
  expect((await local.control("POST", "empty-pages", { count: 2 })).status).toBe(204);
  const first = (await local.graph("GET", `${items}${path}`)).body;
  const second = (await follow(first["@odata.nextLink"])).body;
  const third = (await follow(second["@odata.nextLink"])).body;
  expect([first, second, third].map(({ value }) => value.length)).toEqual([0, 0, 2]);
  expect(third).not.toHaveProperty("@odata.nextLink");
});

test.each(["resyncChangesApplyDifferences", "resyncChangesUploadDifferences"])(
  "every delta token is stale from now on, by %s",
  async (code) => {
    const link: string = (await local.graph("GET", `${items}/delta`)).body["@odata.deltaLink"];
    expect((await local.control("POST", "resync", { code })).status).toBe(204);
    const stale = await follow(link);
    expect(stale).toMatchObject({ status: 410, body: { error: { code } } });
    const again = await follow(stale.headers.get("location") ?? "");
    expect(again.body.value).toHaveLength(2);
    expect((await follow(again.body["@odata.deltaLink"])).body.value).toEqual([]);
  },
);

test("what makes no sense is refused, and browsers are", async () => {
  expect((await local.control("POST", "empty-pages", { count: -1 })).status).toBe(400);
  expect((await local.control("POST", "resync", { code: "other" })).status).toBe(400);
  expect((await local.control("GET", "resync")).status).toBe(404);
  const asked = { method: "POST", headers: { origin: "http://evil.example" } };
  expect((await fetch(`${local.url}/_control/resync`, asked)).status).toBe(403);
});
