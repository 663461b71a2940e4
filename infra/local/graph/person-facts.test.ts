import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GraphAnswer, type Started, started, tenant } from "../started.testing.ts";
import { jpegSize } from "./photo.ts";

const [grace, sian] = tenant.users;
const teamsApp = {
  id: "66666666-6666-4666-8666-666666666666",
  name: "Installer",
  secret: "a third secret",
  graphPermissions: [
    "User.ReadWrite.All",
    "People.Read.All",
    "TeamsAppInstallation.ReadWriteForUser.All",
    "TeamsActivity.Send",
  ],
};
/** The least JPEG there is: a frame header telling 3 by 2. */
const photo = Buffer.from([
  0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0, 0xff, 0xd9,
]);

let local: Started;
let ask: (method: string, path: string, body?: unknown, headers?: object) => Promise<GraphAnswer>;
beforeAll(async () => {
  local = await started({ apps: [...tenant.apps, teamsApp] });
  const authorization = `Bearer ${await local.token(teamsApp)}`;
  ask = (method, path, body, headers = {}) => local.graph(method, path, body, { authorization, ...headers });
});
afterAll(() => local.close());

describe("a photo", () => {
  test("is missing until there is one, then is told and sent with its eTag", async () => {
    const path = `/users/${grace.id}/photo`;
    expect((await ask("GET", path)).status).toBe(404);
    expect((await ask("GET", `${path}/$value`)).body.error.code).toBe("ImageNotFound");
    expect((await ask("PUT", `${path}/$value`, photo, { "content-type": "image/jpeg" })).status).toBe(200);
    const told = await ask("GET", path);
    expect(told.body).toMatchObject({ id: "3x2", width: 3, height: 2, "@odata.mediaContentType": "image/jpeg" });
    const sent = await ask("GET", `${path}/$value`);
    const etag = sent.headers.get("etag") ?? "";
    expect([sent.status, sent.headers.get("content-type"), etag]).toEqual([
      200,
      "image/jpeg",
      told.body["@odata.mediaEtag"],
    ]);
    expect((await ask("GET", `${path}/$value`, undefined, { "if-none-match": etag })).status).toBe(304);
    expect((await ask("GET", `/users/${grace.id}/photos/48x48/$value`)).status).toBe(200);
    expect((await ask("GET", `/users/${grace.id}/photos/5x5/$value`)).status).toBe(400);
  });

  test("is an image, put only by who may", async () => {
    expect((await ask("PUT", `/users/${sian.id}/photo/$value`, photo, { "content-type": "text/html" })).status).toBe(
      400,
    );
    const other = await local.graph("PUT", `/users/${sian.id}/photo/$value`, photo, { "content-type": "image/jpeg" });
    expect(other.status).toBe(403);
  });

  test("that is no JPEG has no size of its own", () => {
    expect(jpegSize(Buffer.from("not a picture"))).toBeUndefined();
  });
});

test("people a person works with are the others, found by name", async () => {
  const { value } = (await ask("GET", `/users/${grace.id}/people`)).body;
  expect(value).toMatchObject([{ id: sian.id, personType: { class: "Person" } }]);
  expect((await ask("GET", `/users/${grace.id}/people?$search="nobody"`)).body.value).toEqual([]);
  expect((await local.graph("GET", `/users/${grace.id}/people`)).status).toBe(403);
});

describe("an app installed for a person", () => {
  const apps = `/users/${grace.id}/teamwork/installedApps`;
  const appId = "12345678-9abc-4def-8123-456789abcdef";
  const bind = { "teamsApp@odata.bind": `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${appId}` };

  test("is added once, found, chatted with and removed", async () => {
    expect((await ask("GET", apps)).body.value).toEqual([]);
    const added = await ask("POST", apps, bind);
    expect([added.status, added.body]).toEqual([201, undefined]);
    expect((await ask("POST", apps, bind)).status).toBe(409);
    const filter = `$expand=teamsApp,teamsAppDefinition&$filter=teamsApp/externalId eq '${appId}'`;
    const [installed] = (await ask("GET", `${apps}?${filter}`)).body.value;
    expect(installed).toMatchObject({ teamsApp: { id: appId }, teamsAppDefinition: { teamsAppId: appId } });
    expect((await ask("GET", `${apps}?$filter=teamsApp/id eq 'other'`)).body.value).toEqual([]);
    const one = `${apps}/${encodeURIComponent(installed.id)}`;
    expect(Object.keys((await ask("GET", one)).body)).toEqual(["@odata.context", "id"]);
    const chat = (await ask("GET", `${one}/chat`)).body;
    expect(chat).toMatchObject({ chatType: "oneOnOne", tenantId: tenant.tenantId });
    expect((await ask("DELETE", one)).status).toBe(204);
    expect((await ask("GET", one)).status).toBe(404);
  });

  test.each([{}, { "teamsApp@odata.bind": 5 }, { "teamsApp@odata.bind": "https://graph.microsoft.com/v1.0/teams/1" }])(
    "is not added from %j",
    async (body) => {
      expect((await ask("POST", apps, body)).status).toBe(400);
    },
  );

  test("needs the permission", async () => {
    expect((await local.graph("POST", apps, bind)).status).toBe(403);
    expect((await local.graph("GET", apps)).status).toBe(403);
  });
});

describe("an activity notification", () => {
  const path = `/users/${grace.id}/teamwork/sendActivityNotification`;
  const good = {
    topic: { source: "text", value: "Sign-off", webUrl: "https://teams.microsoft.com/l/entity/1" },
    activityType: "signOffAsked",
    previewText: { content: "A pack waits for you" },
    templateParameters: [{ name: "pack", value: "Westshire" }],
  };

  test("is accepted and can be looked at here", async () => {
    expect((await ask("POST", path, good)).status).toBe(204);
    const { notifications } = (await local.control("GET", "notifications")).body;
    expect(notifications.at(-1)).toMatchObject({ user: grace.id, activityType: "signOffAsked", by: teamsApp.id });
  });

  test.each([
    ["a topic", { topic: undefined }],
    ["a known source", { topic: { source: "air", value: "x" } }],
    ["an address for a topic of text", { topic: { source: "text", value: "x" } }],
    ["an activity type", { activityType: "" }],
    ["a preview", { previewText: undefined }],
  ])("needs %s", async (_, change) => {
    expect((await ask("POST", path, { ...good, ...change })).status).toBe(400);
  });

  test("in a team or chat needs its recipient, and the team or chat", async () => {
    const team = `/teams/${tenant.groups[0].id}/sendActivityNotification`;
    expect((await ask("POST", team, good)).status).toBe(400);
    expect((await ask("POST", team, { ...good, recipient: { userId: grace.id } })).status).toBe(204);
    expect((await ask("POST", "/teams/none/sendActivityNotification", good)).status).toBe(404);
    expect((await ask("POST", "/chats/none/sendActivityNotification", good)).status).toBe(404);
    expect((await local.graph("POST", path, good)).status).toBe(403);
  });
});
