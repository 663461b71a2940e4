import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { activityOf } from "./activities.ts";
import {
  badChannelTokens,
  type ChannelKeys,
  channelKeys,
  channelTokenOf,
  ISSUER,
  TEAMS,
} from "./bad-channel-tokens.ts";
import { fakeOperations, TENANT } from "./meadowbank.ts";
import { botServer } from "./rig.ts";

let rig: Awaited<ReturnType<typeof botServer>>;
let keys: ChannelKeys;

/** The channel's own published keys, as Teams signs its requests with them. */
const published = createServer((request, response) => {
  const { port } = published.address() as AddressInfo;
  const metadata = {
    issuer: ISSUER,
    jwks_uri: `http://127.0.0.1:${port}/keys`,
    id_token_signing_alg_values_supported: ["RS256"],
  };
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(request.url === "/keys" ? { keys: keys.published } : metadata));
});

beforeAll(async () => {
  keys = await channelKeys();
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

describe.each(badChannelTokens.map((row) => [row.what, row] as const))("a request with %s", (_, row) => {
  it("is answered 401, in plain JSON", async () => {
    const token = await channelTokenOf(keys, row.bad);
    const { status, text } = await send((row.sent ?? ((each) => `Bearer ${each}`))(token));
    expect(status).toBe(401);
    expect(Object.keys(JSON.parse(text))).toEqual(["error"]);
    expect(text).not.toMatch(/token signed|jwt|issuer|\.[jt]s/i);
    expect(rig.remembered).toEqual([]);
  });

  it("is taken once that one thing is put right", async () => {
    expect(await send(`Bearer ${await channelTokenOf(keys, row.twin)}`)).toEqual({ status: 200, text: "" });
    expect(rig.remembered).toHaveLength(1);
  });
});

it("answers 401 to no token at all", async () => {
  expect((await send(undefined)).status).toBe(401);
  expect(rig.remembered).toEqual([]);
});

it.each([
  ["another organisation", TEAMS, { channelData: { tenant: { id: "99999999-1111-4111-8111-111111111111" } } }],
  ["another bot's mailbox", TEAMS, { recipient: { id: "28:99999999-4444-4444-8444-444444444444" } }],
  ["this machine", "http://127.0.0.1:9/", {}],
])("answers 401 to a good token with an activity for %s", async (_, serviceUrl, changed) => {
  const token = await channelTokenOf(keys, { claims: { serviceurl: serviceUrl } });
  expect((await send(`Bearer ${token}`, serviceUrl, changed)).status).toBe(401);
  expect(rig.remembered).toEqual([]);
});
