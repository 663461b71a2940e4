import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Started, started, tenant } from "../started.testing.ts";

const registered = (at: number, name: string, ...graphPermissions: string[]) => ({
  id: `4444444${at}-4444-4444-8444-444444444444`,
  name,
  secret: `secret ${at}`,
  graphPermissions,
});
const admin = registered(0, "Administrator", "Sites.FullControl.All");
const selected = registered(1, "Selected", "Sites.Selected");
const onLists = registered(2, "Lists only", "Lists.SelectedOperations.Selected");
const onItems = registered(3, "Rows only", "ListItems.SelectedOperations.Selected");
const reader = registered(4, "Reader", "Sites.Read.All");
const apps = [admin, selected, onLists, onItems, reader];

let local: Started;
let site: string;
let list: string;
let count = 0;
const bearers = new Map<string, string>();
beforeAll(async () => {
  local = await started({ apps: [...tenant.apps, ...apps] });
  site = `/sites/${local.siteId}`;
  for (const app of apps) bearers.set(app.name, `Bearer ${await local.token(app)}`);
});
afterAll(() => local.close());
beforeEach(async () => {
  const made = await local.graph("POST", `${site}/lists`, { displayName: `List ${++count}` });
  list = `${site}/lists/${made.body.id}`;
  await local.graph("POST", `${list}/items`, { fields: { Title: "A row" } });
});

const as = (app: { name: string }, method: string, path: string, body?: object) =>
  local.graph(method, path, body, { authorization: bearers.get(app.name) ?? "" });
const letIn = (place: string, app: { id: string; name: string }, role: string) =>
  as(admin, "POST", `${place}/permissions`, {
    roles: [role],
    grantedToV2: { application: { id: app.id, displayName: app.name } },
  });
const write = (app: { name: string }) => as(app, "POST", `${list}/items`, { fields: { Title: "x" } });

describe("Sites.Selected", () => {
  test("opens nothing by itself", async () => {
    for (const path of [site, `${site}/lists`, `${list}/items`, `${site}/drives`, "/sites?search=line"]) {
      const refused = await as(selected, "GET", path);
      expect(refused).toMatchObject({ status: 403, body: { error: { code: "accessDenied" } } });
    }
  });

  test.each([
    ["read", [200, 403, 403, 403]],
    ["write", [200, 201, 403, 403]],
    ["owner", [200, 201, 201, 201]],
    ["fullcontrol", [200, 201, 201, 201]],
  ])("with the role %s may read, write rows, make lists and let others in to them: %j", async (role, statuses) => {
    const { id } = (await letIn(site, selected, role)).body;
    const done = [
      await as(selected, "GET", `${list}/items`),
      await write(selected),
      await as(selected, "POST", `${site}/lists`, { displayName: `Made by ${role}` }),
      await as(selected, "POST", `${list}/permissions`, {
        roles: ["read"],
        grantedToV2: { application: { id: onLists.id } },
      }),
    ];
    expect(done.map(({ status }) => status)).toEqual(statuses);
    expect((await as(selected, "GET", `${site}/permissions`)).status).toBe(403);
    expect((await as(admin, "DELETE", `${site}/permissions/${id}`)).status).toBe(204);
    expect((await as(selected, "GET", `${list}/items`)).status).toBe(403);
  });

  test("on one site says nothing of another", async () => {
    const { id } = (await letIn(site, selected, "write")).body;
    expect((await as(selected, "GET", site)).status).toBe(200);
    expect((await as(selected, "GET", "/sites/root")).status).toBe(403);
    await as(admin, "DELETE", `${site}/permissions/${id}`);
  });
});

test("a grant on a list opens that list alone, and only to an application whose token admits it", async () => {
  await letIn(list, onLists, "write");
  expect((await write(onLists)).status).toBe(201);
  expect((await as(onLists, "GET", site)).status).toBe(403);
  await letIn(list, selected, "write");
  expect((await write(selected)).status).toBe(403);
});

test("a grant on a row opens that row alone", async () => {
  await local.graph("POST", `${list}/items`, { fields: { Title: "Another" } });
  await letIn(`${list}/items/1`, onItems, "write");
  expect((await as(onItems, "PATCH", `${list}/items/1/fields`, { Title: "Changed" })).status).toBe(200);
  expect((await as(onItems, "GET", `${list}/items/2`)).status).toBe(403);
  expect((await as(onItems, "GET", `${list}/items`)).status).toBe(403);
});

test("permissions over every site go as far as their name says", async () => {
  expect((await as(reader, "GET", `${list}/items`)).status).toBe(200);
  expect((await write(reader)).status).toBe(403);
  expect((await as(admin, "GET", "/sites?search=line")).body.value).toHaveLength(1);
});

describe.each(["site", "list", "item"])("permissions of a %s", (level) => {
  const place = () => ({ site, list, item: `${list}/items/1` })[level] ?? "";

  test("are made, read, changed and taken away", async () => {
    const made = await letIn(place(), selected, "read");
    expect(made.status).toBe(201);
    const granted = { application: { id: selected.id, displayName: "Selected" } };
    expect(made.body).toMatchObject({ roles: ["read"], grantedToV2: granted, grantedToIdentitiesV2: [granted] });
    const one = `${place()}/permissions/${made.body.id}`;
    const { value } = (await as(admin, "GET", `${place()}/permissions`)).body;
    expect(value.map(({ id }: { id: string }) => id)).toContain(made.body.id);
    const changed = await as(admin, "PATCH", one, { roles: ["write"] });
    expect(changed).toMatchObject({ status: 200, body: { id: made.body.id, roles: ["write"] } });
    expect((await as(admin, "GET", one)).body.roles).toEqual(["write"]);
    expect((await as(admin, "DELETE", one)).status).toBe(204);
    expect((await as(admin, "GET", one)).status).toBe(404);
  });

  test("are taken in every way clients write them, and never for people", async () => {
    const application = { id: selected.id };
    for (const named of [
      { grantedTo: [{ application }] },
      { grantedToIdentities: [{ application }] },
      { grantedToIdentitiesV2: [{ application }] },
    ]) {
      expect((await as(admin, "POST", `${place()}/permissions`, { roles: ["read"], ...named })).status).toBe(201);
    }
    for (const refused of [
      { roles: ["read"], grantedToV2: { user: { id: tenant.users[0].id } } },
      { roles: ["king"], grantedToV2: { application } },
      { roles: [], grantedToV2: { application } },
    ]) {
      expect((await as(admin, "POST", `${place()}/permissions`, refused)).status).toBe(400);
    }
    const [{ id }] = (await as(admin, "GET", `${place()}/permissions`)).body.value.slice(-1);
    await as(admin, "DELETE", `${place()}/permissions/${id}`);
  });
});
