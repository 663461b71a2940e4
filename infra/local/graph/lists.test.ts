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

  test("say what they are, by a version that writes are held to", async () => {
    const made = (await make("Whole", { description: "Of all kinds", list: { contentTypesEnabled: true } })).body;
    expect(made).toMatchObject({
      name: "Whole",
      description: "Of all kinds",
      parentReference: { siteId: local.siteId },
      list: { contentTypesEnabled: true, hidden: false, template: "genericList" },
      createdBy: { application: { displayName: "Line of Sight" } },
      lastModifiedBy: { user: { displayName: "SharePoint App" } },
    });
    expect(made.eTag).toBe(`"${made.id},1"`);
    const renamed = await local.graph(
      "PATCH",
      `${lists}/Whole`,
      { displayName: "Whole again" },
      { "if-match": made.eTag },
    );
    expect(renamed.body).toMatchObject({ displayName: "Whole again", eTag: `"${made.id},2"` });
    const stale = await local.graph("DELETE", `${lists}/${made.id}`, undefined, { "if-match": made.eTag });
    expect(stale.status).toBe(412);
  });

  test("tell SharePoint's ids, and the lists of the system, only to whoever selects them", async () => {
    const { value } = (await local.graph("GET", lists)).body;
    expect(value.every((one: object) => !("system" in one) && !("sharepointIds" in one))).toBe(true);
    const chosen = await local.graph("GET", `${lists}?$select=displayName,system,sharepointIds`);
    const people = chosen.body.value.find(
      (one: { displayName: string }) => one.displayName === "User Information List",
    );
    expect(people.system).toEqual({});
    expect(people.sharepointIds.siteId).toBe(local.siteId.split(",")[1]);
    expect((await local.graph("DELETE", `${lists}/User%20Information%20List`)).status).toBe(403);
  });

  test.each([
    ["$filter=displayName eq 'Sorted b'", ["Sorted b"]],
    ["$filter=startswith(displayName,'sorted') and list/template eq 'genericList'", ["Sorted a", "Sorted b"]],
    ["$filter=startswith(displayName,'sorted')&$orderby=displayName desc", ["Sorted b", "Sorted a"]],
    ["$filter=startswith(displayName,'sorted') and displayName ne 'Sorted a'", ["Sorted b"]],
  ])("are found by %s", async (query, names) => {
    for (const name of ["Sorted a", "Sorted b"]) await make(name);
    const { value } = (await local.graph("GET", `${lists}?${query}`)).body;
    expect(value.map(({ displayName }: { displayName: string }) => displayName)).toEqual(names);
  });

  test("come in pages when there are to be few in one", async () => {
    for (const name of ["Paged a", "Paged b"]) await make(name);
    const first = (await local.graph("GET", `${lists}?$top=1&$filter=startswith(displayName,'paged')`)).body;
    const next = await local.graph("GET", first["@odata.nextLink"].slice("https://graph.microsoft.com/v1.0".length));
    expect(
      [first, next.body].flatMap(({ value }) => value.map((one: { displayName: string }) => one.displayName)),
    ).toEqual(["Paged a", "Paged b"]);
    expect(next.body).not.toHaveProperty("@odata.nextLink");
  });

  test("of a template that is not served are a loud 501, of none there is 400", async () => {
    expect((await make("Survey", { list: { template: "survey" } })).status).toBe(501);
    expect((await make("Nonsense", { list: { template: "nonsense" } })).status).toBe(400);
  });

  test("have the content types of their kind", async () => {
    await make("Typed");
    const { value } = (await local.graph("GET", `${lists}/Typed/contentTypes`)).body;
    expect(value.map(({ name }: { name: string }) => name)).toEqual(["Item", "Folder"]);
    await local.graph("POST", `${lists}/Typed/items`, { fields: { Title: "x" } });
    expect((await local.graph("GET", `${lists}/Typed/items/1`)).body.contentType.id).toBe(value[0].id);
    expect((await local.graph("GET", `${lists}/Typed/contentTypes/${value[1].id}`)).body.name).toBe("Folder");
    expect((await local.graph("GET", `${lists}/Typed/contentTypes/0x99`)).status).toBe(404);
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
    ["a property columns do not have", { name: "a", text: {}, colour: "red" }],
    ["a property its kind does not have", { name: "a", text: { minimum: 1 } }],
    ["a choice of display that is none", { name: "a", choice: { choices: ["x"], displayAs: "wheel" } }],
    ["choices that are no texts", { name: "a", choice: { choices: [1] } }],
    ["a least above the most", { name: "a", number: { minimum: 3, maximum: 2 } }],
    ["yes or no in words", { name: "a", text: {}, indexed: "yes" }],
    ["an index over several choices", { name: "a", choice: { displayAs: "checkBoxes" }, indexed: true }],
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

  test("start new rows with their default values", async () => {
    await make("Defaulting", {
      columns: [
        { name: "size", number: {}, defaultValue: { value: "3" } },
        { name: "open", boolean: {}, defaultValue: { value: "1" } },
        { name: "state", choice: { choices: ["new", "old"] }, defaultValue: { value: "new" } },
      ],
    });
    const { body } = await local.graph("POST", `${lists}/Defaulting/items`, { fields: { state: "old" } });
    expect(body.fields).toMatchObject({ size: 3, open: true, state: "old" });
  });

  test("of SharePoint's own are among them, hidden ones as such", async () => {
    await make("Built in");
    const { value } = (await local.graph("GET", `${lists}/Built%20in/columns`)).body;
    const facts = new Map(
      value.map((one: { name: string; hidden: boolean; readOnly: boolean }) => [one.name, [one.hidden, one.readOnly]]),
    );
    expect([facts.get("Title"), facts.get("_UIVersionString"), facts.get("owshiddenversion")]).toEqual([
      [false, false],
      [false, true],
      [true, true],
    ]);
    const hidden = await local.graph("GET", `${lists}/Built%20in/columns?$filter=hidden eq true&$select=name,hidden`);
    expect(hidden.body.value.every((one: { hidden: boolean }) => one.hidden)).toBe(true);
  });

  test("of a site are its own, and say their type", async () => {
    const site = `/sites/${local.siteId}/columns`;
    const made = await local.graph("POST", site, { name: "Region", text: { allowMultipleLines: true } });
    expect(made).toMatchObject({ status: 201, body: { name: "Region", type: "note", isDeletable: true } });
    const one = `${site}/${made.body.id}`;
    expect((await local.graph("PATCH", one, { description: "Where" })).body.description).toBe("Where");
    const { value } = (await local.graph("GET", site)).body;
    expect(value.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(["Title", "Region"]));
    expect((await local.graph("DELETE", one)).status).toBe(204);
    expect((await local.graph("GET", one)).status).toBe(404);
    expect((await local.graph("GET", `${lists}/Documents/columns/Region`)).status).toBe(404);
  });
});
