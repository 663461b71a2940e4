import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { activityOf } from "./activities.ts";
import { BOT, fakeOperations, TENANT } from "./meadowbank.ts";
import { botServer } from "./rig.ts";

const ISSUER = "https://api.botframework.com";
const TEAMS = "https://smba.trafficmanager.net/uk/";

let rig: Awaited<ReturnType<typeof botServer>>;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let others: typeof keys;

/** The channel's own published keys, as Teams signs its requests with them. */
const published = createServer(async (request, response) => {
  const { port } = published.address() as AddressInfo;
  const key = { ...(await exportJWK(keys.publicKey)), kid: "k1", use: "sig", alg: "RS256", endorsements: ["msteams"] };
  const metadata = {
    issuer: ISSUER,
    jwks_uri: `http://127.0.0.1:${port}/keys`,
    id_token_signing_alg_values_supported: ["RS256"],
  };
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(request.url === "/keys" ? { keys: [key] } : metadata));
});

beforeAll(async () => {
  [keys, others] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  await new Promise<void>((resolve) => published.listen(0, "127.0.0.1", resolve));
  const metadata = `http://127.0.0.1:${(published.address() as AddressInfo).port}/metadata`;
  const cloud = {
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${TENANT}`,
    ToChannelFromBotOAuthScope: ISSUER,
    ToBotFromChannelTokenIssuer: ISSUER,
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    OAuthUrl: "https://token.botframework.com",
    ValidateAuthority: "true",
    CallerId: "urn:botframework:azure",
  };
  rig = await botServer({ settings: { anonymous: false, cloud }, ask: fakeOperations().ask });
});

afterAll(() => {
  rig.close();
  published.close();
});

beforeEach(() => {
  rig.remembered.length = 0;
});

interface Token {
  readonly issuer?: string;
  readonly audience?: string;
  readonly serviceUrl?: string;
  readonly expires?: string;
  readonly forged?: true;
}

const token = ({ issuer = ISSUER, audience = BOT, serviceUrl = TEAMS, expires = "10m", forged }: Token = {}) =>
  new SignJWT({ serviceurl: serviceUrl })
    .setProtectedHeader({ alg: "RS256", kid: "k1", typ: "JWT" })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setNotBefore("-30m")
    .setExpirationTime(expires)
    .sign((forged ? others : keys).privateKey);

/** An activity the bot takes note of without answering: nothing here can reach Teams. */
const send = async (
  authorization: string | undefined,
  serviceUrl = TEAMS,
  changed: Readonly<Record<string, unknown>> = {},
) =>
  rig.post(
    activityOf({ type: "conversationUpdate", ...changed }, serviceUrl),
    authorization === undefined ? {} : { authorization },
  );

it("takes what Teams has signed for this bot", async () => {
  expect(await send(`Bearer ${await token()}`)).toEqual({ status: 200, text: "" });
  expect(rig.remembered).toHaveLength(1);
});

it.each<[string, () => Promise<string | undefined>]>([
  ["no token", async () => undefined],
  ["something that is no token", async () => "Bearer x.y.z"],
  ["another scheme", async () => `Basic ${await token()}`],
  ["a token signed by somebody else", async () => `Bearer ${await token({ forged: true })}`],
  [
    "a token for another bot",
    async () => `Bearer ${await token({ audience: "99999999-4444-4444-8444-444444444444" })}`,
  ],
  ["a token from elsewhere", async () => `Bearer ${await token({ issuer: "https://evil.example" })}`],
  ["a token for another address", async () => `Bearer ${await token({ serviceUrl: "https://evil.example" })}`],
  ["an expired token", async () => `Bearer ${await token({ expires: "-20m" })}`],
])("answers 401 to %s, in plain JSON", async (_, authorization) => {
  const { status, text } = await send(await authorization());
  expect(status).toBe(401);
  expect(Object.keys(JSON.parse(text))).toEqual(["error"]);
  expect(text).not.toMatch(/token signed|jwt|issuer|\.[jt]s/i);
  expect(rig.remembered).toEqual([]);
});

it.each([
  ["another organisation", TEAMS, { channelData: { tenant: { id: "99999999-1111-4111-8111-111111111111" } } }],
  ["another bot's mailbox", TEAMS, { recipient: { id: "28:99999999-4444-4444-8444-444444444444" } }],
  ["this machine", "http://127.0.0.1:9/", {}],
])("answers 401 to a good token with an activity for %s", async (_, serviceUrl, changed) => {
  expect((await send(`Bearer ${await token({ serviceUrl })}`, serviceUrl, changed)).status).toBe(401);
  expect(rig.remembered).toEqual([]);
});
