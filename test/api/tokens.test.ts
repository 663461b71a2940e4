import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { teamsClients, tokenCheck } from "#api/identity/token-check.ts";
import { demoTenant } from "../../infra/demo-tenant.ts";
import { type Demo, startDemo } from "../support/demo.ts";
import { badTokens } from "./bad-tokens.ts";
import { type Keys, signer, tokenKeys, tokenOf } from "./token-making.ts";

/** The real api over HTTP, trusting an issuer whose keys we hold: so that a token can be wrong in one thing alone. */
let demo: Demo;
let keys: Keys;
beforeAll(async () => {
  keys = await tokenKeys();
  const { tenant, app } = demoTenant;
  const published = async () => Response.json({ keys: keys.published });
  demo = await startDemo({
    signedIn: tokenCheck({ tenant, audience: app, clients: teamsClients, fetch: published }),
  });
});
afterAll(() => demo.close());

const me = (authorization?: string, path = "/me") =>
  fetch(`${demo.url}/api/v1${path}`, { headers: authorization === undefined ? {} : { authorization } });

describe.each(badTokens.map((row) => [`${row.condition}: ${row.what}`, row] as const))("%s", (_, row) => {
  it("is refused, with nothing of why", async () => {
    const token = await tokenOf(keys, row.bad);
    const answer = await me((row.sent ?? ((each) => `Bearer ${each}`))(token));
    expect(answer.status).toBe(row.status ?? 401);
    if (answer.status !== 401) return;
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    const body = await answer.json();
    expect(body).toMatchObject({ code: "not-signed-in", status: 401 });
    expect(JSON.stringify(body)).not.toMatch(/jwt|signature|issuer|audience|claim|alg/i);
  });

  it("is taken once that one thing is put right", async () => {
    const answer = await me(`Bearer ${await tokenOf(keys, row.twin)}`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ id: signer });
  });
});

it("has a row for each condition of the design's list", () => {
  const listed = [
    ...["RS256 only", "own issuer", "string aud", "own tid", "ver 2.0", "scp word", "azp allow-list", "oid GUID"],
    ...["exp", "idtyp=app refused", "tenant fixed", "nbf", "signature", "form", "oversized"],
  ];
  expect([...new Set(badTokens.map(({ condition }) => condition))].toSorted()).toEqual(listed.toSorted());
});

it("reads a token from its header alone", async () => {
  const token = await tokenOf(keys, {});
  expect((await me(undefined, `/me?access_token=${token}`)).status).toBe(401);
  const inCookie = await fetch(`${demo.url}/api/v1/me`, {
    headers: { cookie: `token=${token}; authorization=${token}` },
  });
  expect(inCookie.status).toBe(401);
});

it("answers 403, and no name, to somebody of the tenant whom the people register does not have", async () => {
  const answer = await me(`Bearer ${await tokenOf(keys, { claims: { oid: "aaaaaaaa-0000-4000-8000-00000000ffff" } })}`);
  expect(answer.status).toBe(403);
  expect(await answer.text()).not.toContain("Niamh");
});

it("stops taking a token it has taken before once that ends", async () => {
  const token = await tokenOf(keys, {});
  expect((await me(`Bearer ${token}`)).status).toBe(200);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_662_000 });
  try {
    expect((await me(`Bearer ${token}`)).status).toBe(401);
  } finally {
    vi.useRealTimers();
  }
});
