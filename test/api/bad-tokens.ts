import { CompactEncrypt, exportSPKI } from "jose";
import { demoId } from "../../infra/demo/people.ts";
import {
  app,
  type Claims,
  elsewhere,
  encoded,
  good,
  hmac,
  issuer,
  type Making,
  now,
  resigned,
  signer,
  teams,
  tenant,
  withHeader,
} from "./token-making.ts";

export interface BadToken {
  /** Which line of the design's list, or of the standard, it offends. */
  readonly condition: string;
  readonly what: string;
  readonly bad: Making;
  /** The same token but for the one thing, which is accepted. */
  readonly twin: Making;
  /** How the header is written; `Bearer` and the token unless told. */
  readonly sent?: (token: string) => string;
  /** 401 unless told: a header too long for HTTP never reaches a check. */
  readonly status?: 401 | 431;
}

const asIs: Making = {};
const claim = (condition: string, what: string, claims: Claims, twin: Claims = {}): BadToken => ({
  condition,
  what,
  bad: { claims },
  twin: { claims: twin },
});
/** The same header on a token of ours, and on one they signed. */
const trusting = (what: string, header: Claims): BadToken => ({
  condition: "own issuer",
  what,
  bad: { key: "theirs", header },
  twin: { header },
});
const changed = (condition: string, what: string, finish: Making["finish"]): BadToken => ({
  condition,
  what,
  bad: { finish },
  twin: asIs,
});
const algorithms: readonly BadToken[] = [
  ...["none", "None", "NONE"].map((alg) =>
    changed("RS256 only", `the algorithm “${alg}” and no signature`, (token) =>
      withHeader(token, { alg, kid: "k1" }, () => ""),
    ),
  ),
  changed("RS256 only", "the algorithm “none” over a signature of ours", (token) =>
    withHeader(token, { alg: "none", kid: "k1" }, () => token.split(".")[2] ?? ""),
  ),
  changed("RS256 only", "our public key, as PEM, used as an HMAC secret", async (token, { ours }) =>
    withHeader(token, { alg: "HS256", kid: "k1" }, hmac(await exportSPKI(ours.publicKey))),
  ),
  changed("RS256 only", "our public key's modulus used as an HMAC secret", (token, { published }) =>
    withHeader(token, { alg: "HS256", kid: "k1" }, hmac(String(published[0]?.n))),
  ),
  ...["PS256", "RS384", "RS512"].map(
    (alg): BadToken => ({
      condition: "RS256 only",
      what: `our own key with ${alg}`,
      bad: { header: { alg } },
      twin: asIs,
    }),
  ),
];

const keys: readonly BadToken[] = [
  { condition: "signature", what: "another key under our key's name", bad: { key: "theirs" }, twin: asIs },
  {
    condition: "signature",
    what: "the name of another published key",
    bad: { header: { kid: "k2" } },
    twin: { key: "second" },
  },
  { condition: "signature", what: "a key nobody published", bad: { key: "theirs", header: { kid: "k9" } }, twin: asIs },
  { condition: "signature", what: "no key's name", bad: { header: { kid: undefined } }, twin: asIs },
  { condition: "signature", what: "a path for a key's name", bad: { header: { kid: "../../keys/k1" } }, twin: asIs },
  { condition: "signature", what: "a key published to encrypt to", bad: { key: "sealing" }, twin: asIs },
  trusting("the address of their keys in the header (jku)", { jku: "http://evil.example/keys" }),
  trusting("the address of their certificate in the header (x5u)", { x5u: "http://evil.example/certificate" }),
  trusting("a certificate in the header (x5c)", { x5c: ["MIIB"] }),
  {
    ...trusting("their own key in the header (jwk)", {}),
    bad: {
      key: "theirs",
      finish: (token, { theirs, theirsAsJwk }) =>
        resigned(token, { alg: "RS256", kid: "k1", jwk: theirsAsJwk }, theirs.privateKey),
    },
    twin: {
      finish: (token, { ours, theirsAsJwk }) =>
        resigned(token, { alg: "RS256", kid: "k1", jwk: theirsAsJwk }, ours.privateKey),
    },
  },
  {
    condition: "signature",
    what: "something critical we do not know",
    bad: { header: { crit: ["x"], x: 1 } },
    twin: { header: { x: 1 } },
  },
];

const signatures: readonly BadToken[] = [
  changed("signature", "another person's id put in after signing", (token) => {
    const [header, payload = "", signature] = token.split(".");
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
    return `${header}.${encoded({ ...claims, oid: demoId(1) })}.${signature}`;
  }),
  changed("signature", "a header changed after signing", (token) =>
    withHeader(token, { typ: "JWT", alg: "RS256", kid: "k1", x: 1 }, () => token.split(".")[2] ?? ""),
  ),
  changed("signature", "the first letter of the signature changed", (token) =>
    token.replace(/\.([A-Za-z0-9_-])([A-Za-z0-9_-]*)$/, (_, first, rest) => `.${first === "A" ? "B" : "A"}${rest}`),
  ),
  changed("signature", "half a signature", (token) => token.slice(0, -170)),
  changed("signature", "no signature", (token) => token.replace(/[^.]*$/, "")),
  changed("signature", "a signature of zeros", (token) => token.replace(/[^.]*$/, "A".repeat(342))),
];

const issuers: readonly BadToken[] = [
  claim("own issuer", "no issuer", { iss: undefined }),
  claim("own issuer", "Entra's version 1 issuer", { iss: `https://sts.windows.net/${tenant}/` }),
  claim("own issuer", "another tenant's issuer", { iss: issuer.replace(tenant, elsewhere) }),
  claim("own issuer", "the issuer of all tenants", { iss: issuer.replace(tenant, "common") }),
  claim("own issuer", "the template of all issuers", { iss: issuer.replace(tenant, "{tenantid}") }),
  claim("own issuer", "our issuer without encryption", { iss: issuer.replace("https", "http") }),
  claim("own issuer", "our issuer and a slash", { iss: `${issuer}/` }),
  claim("own issuer", "another cloud's issuer", { iss: issuer.replace("microsoftonline.com", "microsoftonline.us") }),
  claim("own issuer", "a host that begins like ours", { iss: issuer.replace(".com", ".com.evil.example") }),
  claim("own issuer", "a list with our issuer in it", { iss: [issuer] }),
  claim("own tid", "no tenant", { tid: undefined }),
  claim("own tid", "another tenant", { tid: elsewhere }),
  claim("own tid", "our tenant in capitals and a space", { tid: `${tenant} ` }),
  claim("own tid", "a list with our tenant in it", { tid: [tenant] }),
  claim("tenant fixed", "a guest's token from their own organisation", {
    tid: elsewhere,
    iss: issuer.replace(tenant, elsewhere),
  }),
  claim("tenant fixed", "a personal account's tenant", {
    tid: "9188040d-6c67-4c5b-b112-36a304b66dad",
    iss: issuer.replace(tenant, "9188040d-6c67-4c5b-b112-36a304b66dad"),
  }),
];

const audiences: readonly BadToken[] = [
  claim("string aud", "no audience", { aud: undefined }),
  claim("string aud", "Graph as audience", { aud: "00000003-0000-0000-c000-000000000000" }),
  claim("string aud", "a whole Graph token", {
    ...{ aud: "https://graph.microsoft.com", iss: `https://sts.windows.net/${tenant}/`, ver: "1.0" },
    ...{ appid: teams, azp: undefined, scp: "User.Read" },
  }),
  claim("string aud", "another app's id", { aud: elsewhere }),
  claim("string aud", "our app's address, as version 1 has it", { aud: `api://${app}` }),
  claim("string aud", "a list of ours and another", { aud: [app, elsewhere] }),
  claim("string aud", "a list of ours alone", { aud: [app] }),
  claim("string aud", "ours with more after it", { aud: `${app}/evil` }),
  claim("ver 2.0", "version 1.0", { ver: "1.0" }),
  claim("ver 2.0", "no version", { ver: undefined }),
  claim("ver 2.0", "a number for a version", { ver: 2 }),
  claim("ver 2.0", "a whole version 1 token", {
    ...{ ver: "1.0", iss: `https://sts.windows.net/${tenant}/`, aud: `api://${app}`, appid: teams, azp: undefined },
  }),
];

const people: readonly BadToken[] = [
  claim("scp word", "no scope", { scp: undefined }),
  claim("scp word", "another scope", { scp: "User.Read" }, { scp: "User.Read access_as_user" }),
  claim("scp word", "a scope that only contains ours", { scp: "not_access_as_user_at_all" }),
  claim("scp word", "our scope in capitals", { scp: "ACCESS_AS_USER" }),
  claim("scp word", "a list for a scope", { scp: ["access_as_user"] }),
  claim("scp word", "a role instead of a scope", { scp: undefined, roles: ["access_as_user"] }),
  claim("scp word", "an id token of ours", { scp: undefined, azp: undefined, nonce: "n", idtyp: undefined }),
  claim("azp allow-list", "no client", { azp: undefined }),
  claim("azp allow-list", "an unknown client", { azp: elsewhere }, { azp: "1fec8e78-bce4-4aaf-ab1b-5451cc387264" }),
  claim("azp allow-list", "a list of clients", { azp: [teams] }),
  claim("azp allow-list", "version 1's name for the client", { azp: undefined, appid: teams }),
  claim("oid GUID", "no object id", { oid: undefined }),
  claim("oid GUID", "an object id that is not a GUID", { oid: "x' or 1 eq 1" }),
  claim("oid GUID", "a GUID in capitals", { oid: signer.toUpperCase() }),
  claim("oid GUID", "a GUID in braces", { oid: `{${signer}}` }),
  claim("oid GUID", "a GUID and a line end", { oid: `${signer}\n` }),
  claim("oid GUID", "a list of object ids", { oid: [signer] }),
  claim("oid GUID", "an object for an object id", { oid: { toString: signer } }),
  claim("oid GUID", "the subject alone", { oid: undefined, sub: signer }),
  claim("idtyp=app refused", "an app's own identity", { idtyp: "app" }, { idtyp: undefined }),
  claim("idtyp=app refused", "an app's own token", { idtyp: "app", scp: undefined, roles: ["Admin"] }),
  claim("idtyp=app refused", "a device's identity", { idtyp: "device" }),
];

const times: readonly BadToken[] = [
  claim("exp", "an end ten minutes ago", { exp: now() - 600 }, { exp: now() - 20 }),
  claim("exp", "no end", { exp: undefined }),
  claim("exp", "an end in words", { exp: "tomorrow" }),
  claim("exp", "an end as text", { exp: String(now() + 3600) }),
  claim("nbf", "a beginning in an hour", { nbf: now() + 3600 }, { nbf: now() + 20 }),
  claim("nbf", "no beginning", { nbf: undefined }),
  claim("nbf", "no moment of issue", { iat: undefined }),
];

const forms: readonly BadToken[] = [
  changed("form", "nothing at all", () => ""),
  changed("form", "three dots", () => "..."),
  changed("form", "two parts", (token) => token.split(".").slice(0, 2).join(".")),
  changed("form", "four parts", (token) => `${token}.AAAA`),
  changed("form", "a list for claims", async (_, { ours }) =>
    resigned(`.${encoded([good()])}.`, { alg: "RS256", kid: "k1" }, ours.privateKey).catch(
      () => `${encoded({ alg: "RS256", kid: "k1" })}.${encoded([])}.AAAA`,
    ),
  ),
  changed("form", "claims that are no JSON", (token) => token.replace(/\.[^.]*\./, ".bm90IGpzb24.")),
  changed("form", "padding after its parts", (token) => token.replaceAll(".", "=.")),
  changed("form", "an encrypted token around a good one", async (token, { sealing }) =>
    new CompactEncrypt(Buffer.from(token))
      .setProtectedHeader({ alg: "RSA-OAEP", enc: "A256GCM" })
      .encrypt(sealing.publicKey),
  ),
  { condition: "form", what: "another scheme", bad: asIs, twin: asIs, sent: (token) => `Basic ${token}` },
  { condition: "form", what: "Bearer twice", bad: asIs, twin: asIs, sent: (token) => `Bearer Bearer ${token}` },
  { condition: "form", what: "two tokens", bad: asIs, twin: asIs, sent: (token) => `Bearer ${token}, Bearer ${token}` },
  { condition: "form", what: "the token alone", bad: asIs, twin: asIs, sent: (token) => token },
  {
    condition: "oversized",
    what: "more than a header may hold",
    bad: { claims: { pad: "x".repeat(20_000) } },
    twin: { claims: { pad: "x".repeat(4_000) } },
    status: 431,
  },
];

/** Every way a token can be wrong that the design lists, and then some; each beside the same token put right. */
export const badTokens: readonly BadToken[] = [
  ...algorithms,
  ...keys,
  ...signatures,
  ...issuers,
  ...audiences,
  ...people,
  ...times,
  ...forms,
];
