import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { app, type Started, started, tenant } from "../started.testing.ts";

let local: Started;
beforeAll(async () => {
  local = await started();
});
afterAll(() => local.close());

describe("every answer", () => {
  test("carries a request id and gives the client's back, in errors too", async () => {
    const id = "12345678-1234-4234-8234-123456789012";
    const { status, headers, body } = await local.graph("GET", "/users/nobody", undefined, { "client-request-id": id });
    expect(status).toBe(404);
    expect(headers.get("client-request-id")).toBe(id);
    expect(body.error.innerError["client-request-id"]).toBe(id);
    expect(body.error.innerError["request-id"]).toBe(headers.get("request-id"));
    expect(body.error.innerError.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  });

  test("to what is not served is a loud 501 with its name", async () => {
    for (const [method, path] of [
      ["GET", "/planner/tasks"],
      ["PUT", "/sites/root"],
      ["GET", "/sites/root/pages"],
    ] as const) {
      const { status, body } = await local.graph(method, path);
      expect(status).toBe(501);
      expect(body.error.message).toContain(`${method} ${path}`);
    }
    const beta = await fetch(`${local.url}/beta/me`, { headers: { authorization: `Bearer ${await local.token()}` } });
    expect(beta.status).toBe(501);
  });

  test("to a body that is no JSON object is 400", async () => {
    expect((await local.graph("POST", `/sites/${local.siteId}/lists`, new TextEncoder().encode("{"))).status).toBe(400);
    expect((await local.graph("POST", `/sites/${local.siteId}/lists`, [1])).status).toBe(400);
  });

  test("to a badly encoded address is 400", async () => {
    expect((await local.graph("GET", "/sites/%E0%A4%A/lists")).status).toBe(400);
  });
});

describe("a caller", () => {
  const get = (path: string, token?: string) =>
    fetch(`${local.url}/v1.0${path}`, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });

  test("without a token, or with one that does not hold, is refused", async () => {
    const good = await local.token();
    const [head = "", claims = "", signature = ""] = good.split(".");
    const changed = Buffer.from(claims, "base64url").toString().replace("Sites.Selected", "Sites.FullControl.All");
    const forged = [head, Buffer.from(changed).toString("base64url"), signature].join(".");
    const none = [Buffer.from('{"alg":"none"}').toString("base64url"), claims, ""].join(".");
    for (const token of [undefined, "nonsense", forged, none]) {
      const answer = await get("/sites/root", token);
      expect(answer.status).toBe(401);
      expect((await answer.json()).error.code).toBe("InvalidAuthenticationToken");
    }
    expect((await get("/sites/root", good)).status).toBe(200);
  });

  test("without the permission is refused", async () => {
    const token = await local.token(tenant.apps[1]);
    expect((await get("/sites/root", token)).status).toBe(403);
    expect((await get("/users", token)).status).toBe(403);
  });

  test("under a name that is not ours is refused", async () => {
    const { request } = await import("node:http");
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${local.url}/_control/calls`, { headers: { host: "evil.example" } }, (answer) =>
        resolve(answer.resume().statusCode),
      );
      asked.on("error", reject).end();
    });
    expect(status).toBe(421);
  });
});

describe("sites", () => {
  test("are found by path, by id, and through their path", async () => {
    const byPath = await local.graph("GET", "/sites/meadowbank.sharepoint.com:/sites/line-of-sight");
    expect(byPath.body.id).toMatch(/^meadowbank\.sharepoint\.com,[0-9a-f-]{36},[0-9a-f-]{36}$/);
    expect((await local.graph("GET", `/sites/${byPath.body.id}`)).body.displayName).toBe("Line of Sight");
    const drives = await local.graph("GET", "/sites/meadowbank.sharepoint.com:/sites/line-of-sight:/drives");
    expect(drives.body.value[0].name).toBe("Documents");
    expect((await local.graph("GET", "/sites/meadowbank.sharepoint.com:/sites/nowhere")).status).toBe(404);
  });
});

describe("the directory", () => {
  test("tells people by id and by user principal name", async () => {
    const [grace] = tenant.users;
    const byId = await local.graph("GET", `/users/${grace.id}`);
    expect(byId.body).toMatchObject({ displayName: "Grace Okonkwo", businessPhones: [], mobilePhone: null });
    const byName = await local.graph("GET", `/users/${grace.userPrincipalName}?$select=id,accountEnabled`);
    expect(byName.body).toMatchObject({ id: grace.id, accountEnabled: true });
    expect((await local.graph("GET", "/users?$filter=startswith(displayName,'grace')")).body.value).toHaveLength(1);
    expect((await local.graph("GET", "/me")).status).toBe(400);
  });

  test("tells groups and their members", async () => {
    const [group] = tenant.groups;
    expect((await local.graph("GET", "/groups")).body.value).toHaveLength(1);
    const { value } = (await local.graph("GET", `/groups/${group.id}/members`)).body;
    expect(value).toMatchObject([{ "@odata.type": "#microsoft.graph.user", displayName: "Grace Okonkwo" }]);
  });
});

describe("a batch", () => {
  const batch = (requests: object[]) => local.graph("POST", "/$batch", { requests });
  const json = { "Content-Type": "application/json" };

  test("serves each by itself and 424 to what depends on a failure", async () => {
    const { status, body } = await batch([
      { id: "1", method: "POST", url: `/sites/${local.siteId}/lists`, body: { displayName: "Batched" }, headers: json },
      { id: "2", method: "GET", url: "/users/nobody" },
      { id: "3", method: "GET", url: "/sites/root", dependsOn: ["2"] },
      { id: "4", method: "GET", url: `/sites/${local.siteId}/lists/Batched?$select=displayName`, dependsOn: ["1"] },
    ]);
    expect(status).toBe(200);
    expect(body.responses.map((one: { status: number }) => one.status)).toEqual([201, 404, 424, 200]);
    expect(body.responses[3].body.displayName).toBe("Batched");
  });

  test("tells requests in it that they are throttled one by one, and when to come back", async () => {
    await local.control("POST", "faults", { status: 429, times: 1, retryAfter: 7, within: "batch" });
    const { status, body } = await batch([
      { id: "1", method: "GET", url: "/sites/root" },
      { id: "2", method: "GET", url: "/sites/root" },
      { id: "3", method: "GET", url: "/sites/root", dependsOn: ["1"] },
    ]);
    expect(status).toBe(200);
    expect(body.responses.map((one: { status: number }) => one.status)).toEqual([429, 200, 424]);
    expect(body.responses[0]).toMatchObject({
      headers: { "Retry-After": "7" },
      body: { error: { code: "activityLimitReached" } },
    });
  });

  test("cannot depend on what does not come before, and passes on a failure to all that follow from it", async () => {
    const read = (id: string, ...dependsOn: string[]) => ({ id, method: "GET", url: "/sites/root", dependsOn });
    expect((await batch([read("1", "2"), read("2")])).status).toBe(400);
    const { body } = await batch([{ id: "0", method: "GET", url: "/users/nobody" }, read("1", "0"), read("2", "1")]);
    expect(body.responses.map((one: { status: number }) => one.status)).toEqual([404, 424, 424]);
  });

  test("with a body of no known kind is refused whole", async () => {
    const write = { id: "1", method: "POST", url: `/sites/${local.siteId}/lists`, body: { displayName: "Unknown" } };
    expect(await batch([{ ...write, headers: {} }])).toMatchObject({
      status: 400,
      body: { error: { code: "BadRequest" } },
    });
    expect((await batch([{ ...write, headers: json }])).body.responses[0].status).toBe(201);
  });

  test("of more than 20, or with an id twice, is refused whole", async () => {
    const one = (id: number) => ({ id: String(id), method: "GET", url: "/sites/root" });
    expect((await batch(Array.from({ length: 20 }, (_, n) => one(n)))).status).toBe(200);
    expect((await batch(Array.from({ length: 21 }, (_, n) => one(n)))).status).toBe(400);
    expect((await batch([one(1), one(1)])).status).toBe(400);
  });
});

test("the application's name in a token is its registered one", async () => {
  const claims = JSON.parse(Buffer.from((await local.token()).split(".")[1] ?? "", "base64url").toString());
  expect(claims).toMatchObject({ appid: app.id, app_displayname: app.name, idtyp: "app", roles: app.graphPermissions });
});
