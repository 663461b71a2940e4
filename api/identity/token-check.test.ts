import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { teamsClients, tokenCheck } from "./token-check.ts";

const tenant = "11111111-1111-4111-8111-111111111111";
const audience = "22222222-2222-4222-8222-222222222222";
const someone = "aaaaaaaa-0000-4000-8000-000000000001";
const elsewhere = "ffffffff-1111-4111-8111-111111111111";
const issuer = `https://login.microsoftonline.com/${tenant}/v2.0`;
const [client] = teamsClients;

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
let ours: Keys;
let theirs: Keys;
let check: ReturnType<typeof tokenCheck>;

beforeAll(async () => {
  ours = await generateKeyPair("RS256", { extractable: true });
  theirs = await generateKeyPair("RS256", { extractable: true });
  const jwk = { ...(await exportJWK(ours.publicKey)), kid: "k1", alg: "RS256", use: "sig" };
  check = tokenCheck({ tenant, audience, clients: teamsClients, fetch: async () => Response.json({ keys: [jwk] }) });
});

const now = () => Math.floor(Date.now() / 1000);
const good = (): JWTPayload => ({
  aud: audience,
  iss: issuer,
  iat: now() - 5,
  nbf: now() - 5,
  exp: now() + 3600,
  tid: tenant,
  oid: someone,
  sub: "s",
  azp: client,
  scp: "access_as_user",
  ver: "2.0",
  name: "Amal",
});
const without = (name: string): JWTPayload =>
  Object.fromEntries(Object.entries(good()).filter(([each]) => each !== name));
const signed = (claims: JWTPayload, key = ours.privateKey, header: object = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "k1", ...header }).sign(key);
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

it("knows who a good token is for", async () => {
  expect(await check(`Bearer ${await signed(good())}`)).toEqual({ id: someone, name: "Amal" });
});

it.each([
  ["two scopes, one of them ours", { scp: "email access_as_user" }],
  ["another Teams client", { azp: teamsClients[1] }],
  ["half a minute past its end, for clocks that differ", { exp: now() - 30 }],
])("accepts a token with %s", async (_what, change) => {
  expect(await check(`Bearer ${await signed({ ...good(), ...change })}`)).toMatchObject({ id: someone });
});

/** One row a condition of the design's list; its accepted twin is `good()`. */
const hostile: readonly (readonly [string, () => Promise<string>])[] = [
  ["no algorithm", async () => `${encoded({ alg: "none", kid: "k1" })}.${encoded(good())}.`],
  [
    "our public key used as an HMAC secret",
    async () =>
      new SignJWT(good())
        .setProtectedHeader({ alg: "HS256", kid: "k1" })
        .sign(new TextEncoder().encode(await exportSPKI(ours.publicKey))),
  ],
  ["another key under our key's name", () => signed(good(), theirs.privateKey)],
  ["an unknown key", () => signed(good(), theirs.privateKey, { kid: "k9" })],
  [
    "its own key in the header",
    async () => signed(good(), theirs.privateKey, { jwk: await exportJWK(theirs.publicKey) }),
  ],
  ["its own key's address in the header", () => signed(good(), theirs.privateKey, { jku: "http://evil.example/keys" })],
  [
    "claims changed after signing",
    async () => {
      const [header, , signature] = (await signed(good())).split(".");
      return `${header}.${encoded({ ...good(), oid: elsewhere })}.${signature}`;
    },
  ],
  ["Graph as audience", () => signed({ ...good(), aud: "00000003-0000-0000-c000-000000000000" })],
  ["a list of audiences", () => signed({ ...good(), aud: [audience, "x"] })],
  ["no audience", () => signed(without("aud"))],
  ["a version 1 issuer", () => signed({ ...good(), iss: `https://sts.windows.net/${tenant}/` })],
  ["another tenant's issuer", () => signed({ ...good(), iss: issuer.replace(tenant, elsewhere) })],
  ["the issuer of all tenants", () => signed({ ...good(), iss: issuer.replace(tenant, "common") })],
  ["another tenant's id", () => signed({ ...good(), tid: elsewhere })],
  ["no tenant", () => signed(without("tid"))],
  ["an end ten minutes ago", () => signed({ ...good(), exp: now() - 600 })],
  ["no end", () => signed(without("exp"))],
  ["a beginning in an hour", () => signed({ ...good(), nbf: now() + 3600 })],
  ["roles instead of a scope", () => signed({ ...without("scp"), roles: ["Admin"], idtyp: "app" })],
  ["an app's own identity", () => signed({ ...good(), idtyp: "app" })],
  ["another scope", () => signed({ ...good(), scp: "User.Read" })],
  ["a scope that only contains ours", () => signed({ ...good(), scp: "not_access_as_user_at_all" })],
  ["an unknown client", () => signed({ ...good(), azp: elsewhere })],
  ["no client", () => signed(without("azp"))],
  ["version 1.0", () => signed({ ...good(), ver: "1.0" })],
  ["no object id", () => signed(without("oid"))],
  ["an object id that is not a GUID", () => signed({ ...good(), oid: "x' or 1 eq 1" })],
  ["twenty thousand characters of padding", () => signed({ ...good(), pad: "x".repeat(20_000) })],
  ["nothing", async () => ""],
  ["three dots", async () => "..."],
  ["a line end after it", async () => `${await signed(good())}\n`],
  ["Bearer twice", async () => `Bearer ${await signed(good())}`],
];

describe("refuses a token with", () => {
  it.each(hostile)("%s", async (_what, make) => {
    await expect(check(`Bearer ${await make()}`)).rejects.toMatchObject({ code: "not-signed-in" });
  });

  it("no header at all", async () => {
    await expect(check(undefined)).rejects.toMatchObject({ code: "not-signed-in" });
  });
});

it("says so when the issuer's keys cannot be read, and does not call the token bad", async () => {
  const cut = tokenCheck({
    tenant,
    audience,
    clients: teamsClients,
    fetch: async () => Promise.reject(new Error("no network")),
  });
  await expect(cut(`Bearer ${await signed(good())}`)).rejects.toMatchObject({ code: "unavailable" });
});
