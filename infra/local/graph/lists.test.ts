import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Started, started } from "../started.testing.ts";

let local: Started;
let lists: string;
beforeAll(async () => {
  local = await started();
  lists = `/sites/${local.siteId}/lists`;
});
afterAll(() => local.close());

const make = (displayName: string, more: object = {}) => local.graph("POST", lists, { displayName, ...more });

describe("lists", () => {
  test("are generic, with a Title, when little is said", async () => {
    const made = await make("Plain");
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ displayName: "Plain", list: { template: "genericList", hidden: false } });
    const columns = await local.graph("GET", `${lists}/Plain/columns`);
    expect(columns.body.value.map((one: { name: string }) => one.name)).toContain("Title");
  });

  test("are found by id and by title, whatever its capitals", async () => {
    const { id } = (await make("Found twice")).body;
    for (const key of [id, "Found%20twice", "found%20TWICE"]) {
      expect((await local.graph("GET", `${lists}/${key}`)).body.id).toBe(id);
    }
  });

  test("with a name already taken are refused", async () => {
    await make("Taken");
    const again = await make("taken");
    expect(again).toMatchObject({ status: 409, body: { error: { code: "nameAlreadyExists" } } });
  });

  test("are not half made when a column is refused", async () => {
    const refused = await make("Half", { columns: [{ name: "good", text: {} }, { name: "bad" }] });
    expect(refused.status).toBe(400);
    expect((await local.graph("GET", `${lists}/Half`)).status).toBe(404);
  });

  test("give their columns when expanded", async () => {
    await make("With columns", { columns: [{ name: "colour", choice: { choices: ["red"] } }] });
    const { body } = await local.graph("GET", `${lists}/With%20columns?$select=id&$expand=columns`);
    const whole = await local.graph("GET", `${lists}/With%20columns?$expand=columns`);
    expect(Object.keys(body)).not.toContain("displayName");
    expect(whole.body.columns.find((one: { name: string }) => one.name === "colour").choice.choices).toEqual(["red"]);
  });
});

describe("columns", () => {
  test.each([
    ["no type", { name: "a" }],
    ["two types", { name: "a", text: {}, number: {} }],
    ["no name", { text: {} }],
    ["an underscore in front", { name: "_a", text: {} }],
    ["a name ending in Id", { name: "personId", text: {} }],
    ["a name beyond ASCII", { name: "größe", text: {} }],
    ["unique values without an index", { name: "a", text: {}, enforceUniqueValues: true }],
    ["an index over long text", { name: "a", text: { allowMultipleLines: true }, indexed: true }],
    ["more than 255 characters", { name: "a", text: { maxLength: 256 } }],
  ])("with %s are refused", async (_, column) => {
    await make("Refusing");
    expect((await local.graph("POST", `${lists}/Refusing/columns`, column)).status).toBe(400);
  });

  test("are refused a 21st index", async () => {
    const columns = Array.from({ length: 20 }, (_, n) => ({ name: `c${n}`, text: {}, indexed: true }));
    expect((await make("Many", { columns })).status).toBe(201);
    const one = await local.graph("POST", `${lists}/Many/columns`, { name: "c20", number: {}, indexed: true });
    expect(one.status).toBe(400);
    const without = await local.graph("POST", `${lists}/Many/columns`, { name: "c20", number: {} });
    expect(without.status).toBe(201);
  });

  test("can be read by name and renamed for people, never retyped", async () => {
    await make("Changing", { columns: [{ name: "colour", text: {} }] });
    const column = `${lists}/Changing/columns/colour`;
    const patched = await local.graph("PATCH", column, { displayName: "Colour of the door", indexed: true });
    expect(patched.body).toMatchObject({ name: "colour", displayName: "Colour of the door", indexed: true });
    expect((await local.graph("GET", column)).body.displayName).toBe("Colour of the door");
    expect((await local.graph("PATCH", column, { number: {} })).status).toBe(400);
    expect((await local.graph("PATCH", column, { name: "other" })).status).toBe(400);
    expect((await local.graph("DELETE", column)).status).toBe(204);
    expect((await local.graph("GET", column)).status).toBe(404);
    expect((await local.graph("DELETE", `${lists}/Changing/columns/Title`)).status).toBe(403);
  });

  test("cannot become unique over duplicates", async () => {
    await make("Twins", { columns: [{ name: "key", text: {} }] });
    for (const key of ["same", "Same"]) await local.graph("POST", `${lists}/Twins/items`, { fields: { key } });
    const unique = await local.graph("PATCH", `${lists}/Twins/columns/key`, {
      indexed: true,
      enforceUniqueValues: true,
    });
    expect(unique.status).toBe(400);
  });
});
