import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Colleagues, colleaguesOf } from "#api/graph/colleagues.ts";
import { graphClient } from "#api/graph/graph-client.ts";
import { LoopbackTransport } from "#api/graph/loopback-transport.ts";
import { localClient } from "#api/identity/app-client.ts";
import { onBehalfOf } from "#api/identity/on-behalf-of.ts";
import { teamsClients } from "#api/identity/token-check.ts";
import { ask, operationNamed } from "#api/operations/ask.ts";
import { findPerson } from "#api/operations/everybody.ts";
import { demoId, demoUsers } from "../../infra/demo/people.ts";
import { demoTenant } from "../../infra/demo-tenant.ts";
import { startLocalMicrosoft365 } from "../../infra/local/local-microsoft-365.ts";
import { type Demo, startDemo, tokenFor } from "../support/demo.ts";

/** Profile, picture and finding people, asked of the local Microsoft 365 with the person's own rights. */
let demo: Demo;
const amina = demoId(9);
const craig = demoId(10);
const sian = { person: demoId(24), name: "Siân Morgan-Ellis", jobTitle: "Business systems manager" };
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
beforeAll(async () => {
  demo = await startDemo();
  await demo.client.api(`/users/${amina}/photo/$value`).header("content-type", "image/png").put(picture);
}, 60_000);
afterAll(() => demo?.close());

const read = async (person: string, path: string, of = demo) => {
  const answer = await of.as(person, path);
  return { status: answer.status, body: await answer.json() };
};
const found = async (person: string, name: string) =>
  (await read(person, `/people/found?name=${encodeURIComponent(name)}`)).body.people;

it("tells somebody their own name and job title, and whether there is a picture", async () => {
  expect((await read(amina, "/me/profile")).body).toEqual({
    name: "Amina Yusuf",
    jobTitle: "Registered manager, Ashdown",
    hasPhoto: true,
  });
  expect((await read(craig, "/me/profile")).body).toMatchObject({ name: "Craig Donnelly", hasPhoto: false });
});

describe("a colleague's picture", () => {
  it("comes as it is, for the asker's own browser to keep for a day", async () => {
    const answer = await demo.as(craig, `/people/${amina}/photo`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("cache-control")).toBe("private, max-age=86400");
    expect(answer.headers.get("vary")).toMatch(/authorization/i);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(Buffer.from(await answer.arrayBuffer()).equals(picture)).toBe(true);
  });

  it.each([
    ["a colleague without one", craig, 404],
    ["nobody at all", demoId(900), 404],
    ["what is no account", "..%2f..%2fme", 400],
  ])("is not there for %s", async (_, person, status) => {
    expect((await read(amina, `/people/${person}/photo`)).status).toBe(status);
  });
});

describe("finding people", () => {
  it("answers name, account and job title by the beginning of any word", async () => {
    const own = { person: amina, name: "Amina Yusuf", jobTitle: "Registered manager, Ashdown" };
    expect(await found(craig, "yus")).toEqual([own]);
    expect(await found(craig, "amina yusuf")).toEqual([own]);
    expect(await found(craig, "zz")).toEqual([]);
  });

  it.each(['" OR "displayName:a', '\\"', '"', "\u0000\u0000", "%22%22"])("takes %j for words", async (name) => {
    const { status, body } = await read(craig, `/people/found?name=${encodeURIComponent(name)}`);
    expect([200, 400]).toContain(status);
    expect(body.people ?? []).toEqual([]);
  });
});

/** Asks an operation as Amina in process, as the bot does, or with what is brought. */
function asAmina(name: string, colleagues?: Colleagues): Promise<unknown> {
  const person = findPerson(demo.outside, amina);
  if (!person) throw new Error("Amina is not there.");
  const input = { profile: {}, "photo-of": { person: craig }, "find-people": { name: "mo" } }[name];
  return ask(demo.outside, person, operationNamed(name), input, { ...(colleagues && { colleagues }) });
}

it.each(["profile", "photo-of", "find-people"])(
  "refuses %s to the bot, which has no sign-in of theirs",
  async (name) => {
    expect(await asAmina(name)).toMatchObject({
      refused: { rule: "directory.own-sign-in", say: expect.stringMatching(/the bot does not have/) },
    });
  },
);

describe.each([
  ["nothing was agreed to", [] as string[]],
  ["people may be shown themselves alone", ["User.Read"]],
])("where %s", (_, permissions) => {
  let tenant: Awaited<ReturnType<typeof tenantWith>>;
  beforeAll(async () => {
    tenant = await tenantWith(permissions);
  });
  afterAll(() => tenant?.close());

  it("finds names in the people register only, and says so", async () => {
    expect(await asAmina("find-people", tenant.colleagues)).toEqual({
      people: [{ person: demoId(20), name: "Moira Sutherland", jobTitle: "Shift leader, Elm House" }, sian],
      say: expect.stringMatching(/only the people register/),
    });
  });

  it("shows no picture of a colleague", async () => {
    await expect(asAmina("photo-of", tenant.colleagues)).rejects.toMatchObject({ code: "not-found" });
  });

  it("still answers the name", async () => {
    const own = { name: "Amina Yusuf", jobTitle: "Registered manager, Ashdown", hasPhoto: false };
    const say = permissions.length === 0 && { say: expect.stringMatching(/Your administrator can allow it/) };
    expect(await asAmina("profile", tenant.colleagues)).toEqual({ ...own, ...say });
  });
});

it("finds a colleague whom the people register does not know yet", async () => {
  const tenant = await tenantWith(["User.ReadBasic.All"]);
  const newcomer = { person: demoId(400), name: "Morag Newcomer" };
  expect(await tenant.colleagues.find("mora")).toEqual([newcomer]);
  await tenant.close();
});

it("tells of a token that is not good only by Entra's number", async () => {
  const tenant = await tenantWith(["User.Read"]);
  const failure = await tenant.theirs("not.a.token").catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: "unavailable", facts: { number: "500131" } });
  expect(failure).not.toHaveProperty("cause");
  expect(JSON.stringify(failure)).not.toContain("not.a.token");
  await tenant.close();
});

/** Another tenant with the same people and one more, in which our app has been allowed this much. */
async function tenantWith(delegatedPermissions: readonly string[]) {
  const dataDir = await mkdtemp(join(tmpdir(), "line-of-sight-"));
  const { tenant, app, host } = demoTenant;
  const redirectUris = ["http://127.0.0.1/"];
  const newcomer = { id: demoId(400), displayName: "Morag Newcomer", userPrincipalName: "morag@meadowbank.example" };
  const local = await startLocalMicrosoft365({
    ...{ port: 0, dataDir, tenantId: tenant, hostname: host, sites: [], users: [...demoUsers, newcomer] },
    apps: [
      { id: app, name: "Line of Sight", secret: "s", delegatedPermissions, redirectUris },
      { id: teamsClients[1], name: "Microsoft Teams", redirectUris },
    ],
  });
  const theirs = onBehalfOf(() => localClient(tenant, app, "s", local.url));
  const token = await tokenFor(local.url, amina);
  return {
    theirs,
    colleagues: colleaguesOf(
      () => theirs(token),
      (own) => graphClient(async () => own, new LoopbackTransport(local.url, host)),
    ),
    async close() {
      await local.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
