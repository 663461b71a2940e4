import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Started, started, tenant } from "../started.testing.ts";
import { type Library, openLibrary } from "./library.testing.ts";

const [grace] = tenant.users;
let local: Started;
let library: Library;
const file = "/root:/a/x.txt:";
beforeAll(async () => {
  local = await started();
});
afterAll(() => local.close());
beforeEach(async () => {
  library = await openLibrary(local);
  await library.put("a/x.txt", "x");
});

const invite = (more: object = {}) =>
  library.ask("POST", `${file}/invite`, {
    recipients: [{ email: grace.mail }],
    requireSignIn: true,
    sendInvitation: false,
    roles: ["read"],
    ...more,
  });
const permissions = async (path = file) => (await library.ask("GET", `${path}/permissions`)).body.value;

describe("a file's grants", () => {
  test("are given to people by address, id or name, and to guests by address", async () => {
    const { status, body } = await invite({ recipients: [{ objectId: grace.id }, { email: "guest@council.example" }] });
    expect(status).toBe(200);
    expect(body.value).toMatchObject([
      { roles: ["read"], grantedToV2: { user: { id: grace.id, displayName: grace.displayName } } },
      { roles: ["read"], invitation: { email: "guest@council.example", signInRequired: true } },
    ]);
    expect(await permissions()).toHaveLength(2);
    expect((await library.ask("GET", "/root:/a/x.txt")).body.shared).toEqual({ scope: "users" });
    expect(await permissions("/root:/a:")).toEqual([]);
  });

  test("are one for a person, changed and taken back", async () => {
    const [{ id }] = (await invite()).body.value;
    expect((await invite({ roles: ["write"] })).body.value[0].id).toBe(id);
    const changed = await library.ask("PATCH", `${file}/permissions/${id}`, { roles: ["read"] });
    expect([changed.status, changed.body.roles]).toEqual([200, ["read"]]);
    expect((await library.ask("GET", `${file}/permissions/${id}`)).body.roles).toEqual(["read"]);
    expect((await library.ask("DELETE", `${file}/permissions/${id}`)).status).toBe(204);
    expect((await library.ask("GET", `${file}/permissions/${id}`)).status).toBe(404);
  });

  test("are inherited from the folder, and changed only there", async () => {
    const granted = await library.ask("POST", "/root:/a:/invite", {
      recipients: [{ alias: grace.userPrincipalName }],
      roles: ["write"],
    });
    const [{ id }] = granted.body.value;
    const [inherited] = await permissions();
    expect(inherited).toMatchObject({
      id,
      inheritedFrom: { driveId: library.driveId, path: expect.stringMatching(/\/a$/) },
    });
    expect((await library.ask("DELETE", `${file}/permissions/${id}`)).status).toBe(403);
    expect((await library.ask("DELETE", `/root:/a:/permissions/${id}`)).status).toBe(204);
  });

  test.each([
    ["nobody", { recipients: [] }],
    ["nobody in particular", { recipients: [{}] }],
    ["an unknown id", { recipients: [{ objectId: "nobody" }] }],
    ["no role", { roles: [] }],
    ["an unknown role", { roles: ["emperor"] }],
  ])("are not given to or for %s", async (_, more) => {
    expect((await invite(more)).status).toBe(400);
    expect(await permissions()).toEqual([]);
  });
});

describe("a sharing link", () => {
  const link = (body: object) => library.ask("POST", `${file}/createLink`, body);

  test("is made once for each kind", async () => {
    const made = await link({ type: "view", scope: "organization" });
    expect(made).toMatchObject({
      status: 201,
      body: { roles: ["read"], hasPassword: false, link: { type: "view", scope: "organization" } },
    });
    expect(made.body.link.webUrl).toMatch(/^https:\/\/meadowbank\.sharepoint\.com\/:t:\/s\/line-of-sight\//);
    const again = await link({ type: "view", scope: "organization" });
    expect([again.status, again.body.id]).toEqual([200, made.body.id]);
    expect((await link({ type: "edit", scope: "organization" })).status).toBe(201);
    expect((await link({ type: "view", scope: "organization", password: "secret" })).body.hasPassword).toBe(true);
    expect(await permissions()).toHaveLength(3);
  });

  test("of an unknown kind or scope is refused", async () => {
    expect((await link({ type: "own" })).status).toBe(400);
    expect((await link({ type: "view", scope: "everybody" })).status).toBe(400);
  });
});
