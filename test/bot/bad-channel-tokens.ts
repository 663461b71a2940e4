import { createHmac, generateKeyPairSync, type KeyObject } from "node:crypto";
import { exportJWK, exportSPKI, importPKCS8, SignJWT } from "jose";
import { BOT, TENANT } from "./meadowbank.ts";

type Claims = Readonly<Record<string, unknown>>;

/** How a channel's token is made, for its twin to be made the same way but for one thing. */
interface Making {
  readonly claims?: Claims;
  readonly header?: Claims;
  /** `ours` is published as `k1` and endorsed for Teams; `elsewhere` is published as `k2` and endorsed for another channel. */
  readonly key?: "ours" | "elsewhere" | "theirs";
  readonly finish?: (token: string, keys: ChannelKeys) => string | Promise<string>;
}

export interface BadChannelToken {
  readonly what: string;
  readonly bad: Making;
  /** The same token but for the one thing, which is accepted. */
  readonly twin: Making;
  readonly sent?: (token: string) => string;
}

export const ISSUER = "https://api.botframework.com";
export const TEAMS = "https://smba.trafficmanager.net/uk/";
const ANOTHER = "99999999-4444-4444-8444-444444444444";
const now = () => Math.floor(Date.now() / 1000);
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const pair = () => generateKeyPairSync("rsa", { modulusLength: 2048 });

export async function channelKeys() {
  const made = { ours: pair(), elsewhere: pair(), theirs: pair() };
  const jwk = async (key: KeyObject, more: object) => ({
    ...(await exportJWK(key)),
    alg: "RS256",
    use: "sig",
    ...more,
  });
  return {
    ...made,
    published: [
      await jwk(made.ours.publicKey, { kid: "k1", endorsements: ["msteams"] }),
      await jwk(made.elsewhere.publicKey, { kid: "k2", endorsements: ["webchat"] }),
    ],
  };
}
export type ChannelKeys = Awaited<ReturnType<typeof channelKeys>>;

const good = (): Claims => ({
  ...{ iss: ISSUER, aud: BOT, serviceurl: TEAMS },
  ...{ iat: now() - 60, nbf: now() - 1800, exp: now() + 600 },
});

export async function channelTokenOf(keys: ChannelKeys, { claims, header, key = "ours", finish }: Making) {
  const kid = { ours: "k1", elsewhere: "k2", theirs: "k1" }[key];
  const named = JSON.parse(JSON.stringify({ typ: "JWT", alg: "RS256", kid, ...header }));
  const pem = keys[key].privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const payload = JSON.parse(JSON.stringify({ ...good(), ...claims }));
  const token = await new SignJWT(payload).setProtectedHeader(named).sign(await importPKCS8(pem, named.alg));
  return finish ? finish(token, keys) : token;
}

const claim = (what: string, claims: Claims): BadChannelToken => ({ what, bad: { claims }, twin: {} });
const changed = (what: string, finish: Making["finish"]): BadChannelToken => ({ what, bad: { finish }, twin: {} });
const withHeader = (token: string, header: object, signature: (input: string) => string) => {
  const input = `${encoded(header)}.${token.split(".")[1]}`;
  return `${input}.${signature(input)}`;
};
/** As the Bot Framework Emulator and other bots send them: botbuilder takes these, and this bot has no use for either. */
const asEmulator = {
  iss: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
  ...{ ver: "1.0", appid: BOT },
};

/** Every way a request can fail to come from Teams by its token, each beside the same token put right. */
export const badChannelTokens: readonly BadChannelToken[] = [
  changed("no algorithm", (token) => withHeader(token, { alg: "none", kid: "k1" }, () => "")),
  changed("the published key used as an HMAC secret", async (token, { ours }) => {
    const pem = await exportSPKI(ours.publicKey);
    const sign = (input: string) => createHmac("sha256", pem).update(input).digest("base64url");
    return withHeader(token, { alg: "HS256", kid: "k1" }, sign);
  }),
  { what: "a signature by somebody else", bad: { key: "theirs" }, twin: {} },
  { what: "a key nobody published", bad: { key: "theirs", header: { kid: "k9" } }, twin: {} },
  {
    what: "the address of their keys in the header",
    bad: { key: "theirs", header: { jku: "http://evil.example/keys" } },
    twin: { header: { jku: "http://evil.example/keys" } },
  },
  { what: "a key endorsed for another channel alone", bad: { key: "elsewhere" }, twin: {} },
  changed("claims changed after signing", (token) => {
    const [header, payload = "", signature] = token.split(".");
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
    return `${header}.${encoded({ ...claims, exp: now() + 90_000 })}.${signature}`;
  }),
  changed("no signature", (token) => token.replace(/[^.]*$/, "")),
  claim("another bot as audience", { aud: ANOTHER }),
  claim("no audience", { aud: undefined }),
  claim("a list of bots as audience", { aud: [ANOTHER] }),
  claim("another issuer", { iss: "https://evil.example" }),
  claim("no issuer", { iss: undefined }),
  claim("Entra as issuer", { iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, ver: "2.0", azp: BOT }),
  claim("an emulator as issuer", asEmulator),
  claim("another bot as issuer, with a skill's claims", { ...asEmulator, appid: ANOTHER }),
  claim("another address to answer to", { serviceurl: "https://evil.example" }),
  claim("no address to answer to", { serviceurl: undefined }),
  claim("an end twenty minutes ago", { exp: now() - 1200 }),
  claim("no end", { exp: undefined }),
  claim("a beginning in an hour", { nbf: now() + 3600 }),
  { what: "another scheme", bad: {}, twin: {}, sent: (token) => `Basic ${token}` },
  { what: "two tokens", bad: {}, twin: {}, sent: (token) => `Bearer ${token} ${token}` },
  { what: "nothing after the scheme", bad: {}, twin: {}, sent: () => "Bearer " },
  { what: "something that is no token", bad: {}, twin: {}, sent: () => "Bearer x.y.z" },
];
