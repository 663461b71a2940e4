import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { beforeAll, expect, it } from "vitest";
import { teamsClients, tokenCheck } from "./token-check.ts";

const tenant = "11111111-1111-4111-8111-111111111111";
const audience = "22222222-2222-4222-8222-222222222222";
const someone = "aaaaaaaa-0000-4000-8000-000000000001";
const issuer = `https://login.microsoftonline.com/${tenant}/v2.0`;
const [client] = teamsClients;

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
let ours: Keys;
let check: ReturnType<typeof tokenCheck>;

beforeAll(async () => {
  ours = await generateKeyPair("RS256", { extractable: true });
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
const signed = (claims: JWTPayload) =>
  new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "k1" }).sign(ours.privateKey);

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

it("refuses no header at all; test/api/bad-tokens.ts has every other way to be wrong", async () => {
  await expect(check(undefined)).rejects.toMatchObject({ code: "not-signed-in" });
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
