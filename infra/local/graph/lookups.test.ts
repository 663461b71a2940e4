import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Started, started } from "../started.testing.ts";

let local: Started;
let lists: string;
let target: string;
let items: string;
let count = 0;
beforeAll(async () => {
  local = await started();
  lists = `/sites/${local.siteId}/lists`;
  target = (await local.graph("POST", lists, { displayName: "Branches" })).body.id;
  for (const Title of ["Ashdown", "Birchwood"]) {
    await local.graph("POST", `${lists}/${target}/items`, { fields: { Title } });
  }
});
afterAll(() => local.close());
beforeEach(async () => {
  const lookup = { listId: target, columnName: "Title" };
  const { body } = await local.graph("POST", lists, {
    displayName: `Visits ${++count}`,
    columns: [
      { name: "branch", lookup, indexed: true },
      { name: "others", lookup: { ...lookup, allowMultipleValues: true } },
      { name: "carer", personOrGroup: {} },
    ],
  });
  items = `${lists}/${body.id}/items`;
});

const add = (fields: object) => local.graph("POST", items, { fields });
const several = { "othersLookupId@odata.type": "Collection(Edm.Int32)", othersLookupId: [1, 2] };

test("a lookup is written by id, number or text, and read as text; its value when it is selected by name", async () => {
  expect((await add({ branchLookupId: 2 })).body.fields.branchLookupId).toBe("2");
  expect((await add({ branchLookupId: "1", carerLookupId: "12" })).body.fields).toMatchObject({
    branchLookupId: "1",
    carerLookupId: "12",
  });
  const { body } = await local.graph("GET", `${items}/1?$expand=fields($select=branch,branchLookupId)`);
  expect(body.fields).toMatchObject({ branch: "Birchwood", branchLookupId: "2" });
  expect((await local.graph("GET", `${items}/1`)).body.fields).not.toHaveProperty("branch");
});

test("several are written as a collection that says so, and read with their values", async () => {
  expect((await add(several)).body.fields.others).toEqual([
    { LookupId: 1, LookupValue: "Ashdown" },
    { LookupId: 2, LookupValue: "Birchwood" },
  ]);
  const text = { "othersLookupId@odata.type": "Collection(Edm.String)", othersLookupId: ["2"] };
  expect((await add(text)).body.fields.others).toEqual([{ LookupId: 2, LookupValue: "Birchwood" }]);
});

test("rows are found by what they look up, and a lookup is emptied", async () => {
  await add({ branchLookupId: 1 });
  await add({ branchLookupId: 2 });
  for (const value of ["2", "'2'"]) {
    const found = await local.graph("GET", `${items}?$expand=fields&$filter=fields/branchLookupId eq ${value}`);
    expect(found.body.value.map(({ id }: { id: string }) => id)).toEqual(["2"]);
  }
  const emptied = await local.graph("PATCH", `${items}/1/fields`, { branchLookupId: null });
  expect(emptied.body).not.toHaveProperty("branchLookupId");
});

describe("refused is", () => {
  test.each([
    ["an item that is not there", { branchLookupId: 9 }],
    ["no number", { branchLookupId: "Ashdown" }],
    ["several where one belongs", { branchLookupId: ["1"], "branchLookupId@odata.type": "Collection(Edm.String)" }],
    ["one where several belong", { othersLookupId: 1 }],
    ["several without their type", { othersLookupId: [1, 2] }],
    ["a value instead of an id", { branch: "Ashdown" }],
    ["a person's name", { carerLookupId: "Grace" }],
    ["who made it", { AuthorLookupId: "1" }],
  ])("%s", async (_, fields) => {
    expect(await add(fields)).toMatchObject({ status: 400, body: { error: { code: "invalidRequest" } } });
  });

  test.each([
    ["no list", {}],
    ["a list that is not there", { listId: "00000000-0000-4000-8000-000000000000", columnName: "Title" }],
    ["a column the list does not have", { columnName: "nothing" }],
  ])("a lookup column with %s", async (_, lookup) => {
    const column = { name: "bad", lookup: { ...("columnName" in lookup ? { listId: target } : {}), ...lookup } };
    expect((await local.graph("POST", `${lists}/${target}/columns`, column)).status).toBe(400);
  });
});
