import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Database } from "../database.ts";
import { type Started, started } from "../started.testing.ts";

let local: Started;
let items: string;
let count = 0;
beforeAll(async () => {
  local = await started();
});
afterAll(() => local.close());
beforeEach(async () => {
  const { body } = await local.graph("POST", `/sites/${local.siteId}/lists`, {
    displayName: `Rows ${++count}`,
    columns: [
      { name: "key", text: {}, indexed: true, enforceUniqueValues: true },
      { name: "status", choice: { choices: ["open", "done"] }, indexed: true },
      { name: "size", number: {}, indexed: true },
      { name: "note", text: { allowMultipleLines: true } },
      { name: "open", boolean: {} },
      { name: "due", dateTime: {} },
      { name: "tags", choice: { choices: ["a", "b"], displayAs: "checkBoxes" } },
      { name: "site", hyperlinkOrPicture: {} },
    ],
  });
  items = `/sites/${local.siteId}/lists/${body.id}/items`;
});

const add = (fields: object) => local.graph("POST", items, { fields });
const rows = async (query: string, headers = {}) =>
  (await local.graph("GET", `${items}?${query}`, undefined, headers)).body;
const keys = (body: { value: { fields: { key: string } }[] }) => body.value.map(({ fields }) => fields.key);

describe("rows", () => {
  test("are created with a version and their fields", async () => {
    const made = await add({ Title: "First", key: "k", size: 3, open: false });
    expect(made.status).toBe(201);
    expect(made.body.eTag).toMatch(/^"[0-9a-f-]{36},1"$/);
    expect(made.body).toMatchObject({ id: "1", fields: { Title: "First", key: "k", size: 3, open: false, id: "1" } });
    expect(made.body.createdBy.application.displayName).toBe("Line of Sight");
  });

  test("leave out fields that are unset, empty or emptied", async () => {
    await add({ key: "k", note: "words", status: "" });
    const patched = await local.graph("PATCH", `${items}/1/fields`, { note: null });
    expect(patched.body).not.toHaveProperty("note");
    expect(patched.body).not.toHaveProperty("status");
    expect(patched.body.key).toBe("k");
  });

  test.each([
    ["an unknown column", { nothing: "x" }],
    ["too long a text", { key: "x".repeat(256) }],
    ["text where a number belongs", { size: "many" }],
    ["a number where text belongs", { key: 3 }],
    ["text where yes or no belongs", { open: "yes" }],
    ["no date", { due: "soon" }],
    ["several choices without their type", { tags: ["a"] }],
    ["a link", { site: { Url: "https://x" } }],
    ["a column SharePoint keeps", { Modified: "2026-01-01T00:00:00Z" }],
  ])("with %s are refused", async (_, fields) => {
    const refused = await add(fields);
    expect(refused).toMatchObject({ status: 400, body: { error: { code: "invalidRequest" } } });
    expect((await rows("$top=1")).value).toEqual([]);
  });

  test("hold long notes, several choices and whole seconds", async () => {
    const note = "x".repeat(60_000);
    const tags = { tags: ["a", "b"], "tags@odata.type": "Collection(Edm.String)" };
    const { body } = await add({ note, ...tags, due: "2026-10-12T09:30:15.750Z" });
    expect(body.fields).toMatchObject({ note, tags: ["a", "b"], due: "2026-10-12T09:30:15Z" });
  });

  test("with a unique value held by another row are refused, on create and on change", async () => {
    await add({ key: "one" });
    await add({ key: "two" });
    expect((await add({ key: "ONE" })).status).toBe(400);
    expect((await local.graph("PATCH", `${items}/2/fields`, { key: "one" })).status).toBe(400);
    expect((await local.graph("GET", `${items}/2/fields`)).body.key).toBe("two");
  });

  test("change only for whoever holds their version", async () => {
    const { eTag } = (await add({ key: "k", size: 1 })).body;
    const first = await local.graph("PATCH", `${items}/1/fields`, { size: 2 }, { "if-match": eTag });
    expect(first).toMatchObject({ status: 200, body: { size: 2 } });
    const second = await local.graph("PATCH", `${items}/1/fields`, { size: 3 }, { "if-match": eTag });
    expect(second.status).toBe(412);
    const whole = await local.graph(
      "PATCH",
      `${items}/1`,
      { fields: { size: 4 } },
      { "if-match": first.body["@odata.etag"] },
    );
    expect(whole.body).toMatchObject({ id: "1", fields: { key: "k", size: 4 } });
    expect((await local.graph("DELETE", `${items}/1`, undefined, { "if-match": eTag })).status).toBe(412);
    expect((await local.graph("DELETE", `${items}/1`, undefined, { "if-match": whole.body.eTag })).status).toBe(204);
    expect((await local.graph("GET", `${items}/1`)).status).toBe(404);
  });

  test("never get the number of a removed one", async () => {
    await add({ key: "a" });
    await local.graph("DELETE", `${items}/1`);
    expect((await add({ key: "b" })).body.id).toBe("2");
  });
});

describe("queries", () => {
  beforeEach(async () => {
    for (const [key, status, size] of [
      ["ant", "open", 1],
      ["bee", "done", 2],
      ["ape", "open", 3],
      ["cat", undefined, 4],
    ]) {
      await add({ key, size, note: "n", ...(status ? { status } : {}) });
    }
  });

  test.each([
    ["fields/status eq 'open'", ["ant", "ape"]],
    ["fields/status eq 'OPEN'", ["ant", "ape"]],
    ["fields/status ne 'open'", ["bee", "cat"]],
    ["fields/size gt 1 and fields/size le 3", ["bee", "ape"]],
    ["fields/size lt 2 or fields/size ge 4", ["ant", "cat"]],
    ["startswith(fields/key,'a')", ["ant", "ape"]],
    ["fields/status eq null", ["cat"]],
    ["fields/id gt 2", ["ape", "cat"]],
  ])("%s finds %j", async (filter, found) => {
    expect(keys(await rows(`$expand=fields&$filter=${encodeURIComponent(filter)}`))).toEqual(found);
  });

  test("sort", async () => {
    expect(keys(await rows("$expand=fields&$orderby=fields/key desc"))).toEqual(["cat", "bee", "ape", "ant"]);
  });

  test("show the fields selected, and none unasked", async () => {
    const { value } = await rows("expand=fields(select=key)&$top=1");
    expect(Object.keys(value[0].fields)).toEqual(["@odata.etag", "key"]);
    expect((await rows("$top=1")).value[0]).not.toHaveProperty("fields");
  });

  test("on a column without an index need the header that admits it", async () => {
    const refused = await local.graph("GET", `${items}?$filter=fields/note eq 'n'`);
    expect(refused).toMatchObject({ status: 400, body: { error: { code: "invalidRequest" } } });
    expect(refused.body.error.message).toContain(
      "Field 'note' cannot be referenced in filter or orderby as it is not indexed",
    );
    const prefer = { prefer: "HonorNonIndexedQueriesWarningMayFailRandomly" };
    expect((await rows("$filter=fields/note eq 'n'", prefer)).value).toHaveLength(4);
  });

  test.each(["$expand=fields&$top=3", "$expand=fields&$top=3&$orderby=fields/key"])("page by %s", async (query) => {
    const first = await rows(query);
    const next: string = first["@odata.nextLink"];
    expect(next).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/sites\/.*\$skiptoken=/);
    const second = (await local.graph("GET", next.slice("https://graph.microsoft.com/v1.0".length))).body;
    expect(second).not.toHaveProperty("@odata.nextLink");
    expect(new Set([...keys(first), ...keys(second)])).toEqual(new Set(["ant", "bee", "ape", "cat"]));
  });

  test("count the rows of every page when asked", async () => {
    const body = await rows("$top=1&$count=true&$filter=fields/status eq 'open'");
    expect([body["@odata.count"], body.value.length]).toEqual([2, 1]);
  });

  test("on a column without an index fail above 5,000 rows, admitted or not", async () => {
    const database = new Database(join(local.dataDir, "graph.sqlite"), "");
    const list = items.split("/").at(-2) ?? "";
    database.run(
      `WITH RECURSIVE n(id) AS (SELECT 10 UNION ALL SELECT id + 1 FROM n WHERE id < 5006)
       INSERT INTO items SELECT ?, id, 'row-' || id, 1, '{"note":"n","status":"open"}', '', '{}', '', '{}', 0 FROM n`,
      list,
    );
    database.close();
    const prefer = { prefer: "HonorNonIndexedQueriesWarningMayFailRandomly" };
    const refused = await local.graph("GET", `${items}?$filter=fields/note eq 'n'`, undefined, prefer);
    expect(refused).toMatchObject({ status: 422, body: { error: { code: "notSupported" } } });
    const indexed = await rows("$filter=fields/status eq 'open'&$top=5000&$count=true");
    expect([indexed.value.length, indexed["@odata.count"]]).toEqual([4999, 4999]);
  });

  test("with an option that is not served say so", async () => {
    const answer = await local.graph("GET", `${items}?$skip=1`);
    expect(answer.status).toBe(501);
    expect(answer.body.error.message).toContain("$skip on GET /sites/{site-id}/lists/{list-id}/items");
  });
});

describe("delta", () => {
  const follow = async (link: string) => local.graph("GET", link.slice("https://graph.microsoft.com/v1.0".length));

  test("gives everything page by page, then only what changed, removed rows as such", async () => {
    for (const key of ["a", "b", "c"]) await add({ key });
    const first = await local.graph("GET", `${items}/delta?$expand=fields&$top=2`);
    expect(keys(first.body)).toEqual(["a", "b"]);
    // Seen on the first page and gone before the second.
    await local.graph("DELETE", `${items}/1`);
    const second = (await follow(first.body["@odata.nextLink"])).body;
    expect(second.value).toMatchObject([{ fields: { key: "c" } }, { id: "1", deleted: { state: "deleted" } }]);
    await local.graph("PATCH", `${items}/2/fields`, { size: 9 });
    const third = (await follow(second["@odata.deltaLink"])).body;
    expect(third.value).toMatchObject([{ id: "2", fields: { key: "b", size: 9 } }]);
    expect((await follow(third["@odata.deltaLink"])).body.value).toEqual([]);
  });

  test("from now on begins with nothing", async () => {
    await add({ key: "before" });
    const latest = (await local.graph("GET", `${items}/delta?token=latest&$expand=fields`)).body;
    expect(latest.value).toEqual([]);
    await add({ key: "after" });
    expect(keys((await follow(latest["@odata.deltaLink"])).body)).toEqual(["after"]);
  });

  test("answers under the name clients generate for it", async () => {
    await add({ key: "a" });
    expect((await local.graph("GET", `${items}/delta()?$expand=fields`)).body.value).toHaveLength(1);
  });

  test("with a stale token answers 410 and where to begin again", async () => {
    const stale = await local.graph("GET", `${items}/delta?token=stale`);
    expect(stale).toMatchObject({ status: 410, body: { error: { code: "resyncChangesApplyDifferences" } } });
    expect(stale.headers.get("location")).toBe(`https://graph.microsoft.com/v1.0${items}/delta`);
  });
});
