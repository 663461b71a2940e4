import { createHash, generateKeyPairSync, randomUUID } from "node:crypto";
import { createRemoteJWKSet, decodeJwt, jwtVerify, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { app, type Started, started, tenant } from "../started.testing.ts";

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const asserting = {
  id: "55555555-5555-4555-8555-555555555555",
  name: "Proves itself by key",
  publicKeys: [publicKey.export({ type: "spki", format: "pem" }).toString()],
  graphPermissions: ["Sites.Selected"],
};
/** Somebody registered an address that is not on this machine. */
const elsewhere = {
  id: "66666666-6666-4666-8666-666666666666",
  name: "Elsewhere",
  redirectUris: ["http://evil.example/signed-in"],
};
const { tenantId } = tenant;
const [grace] = tenant.users;

let local: Started;
beforeAll(async () => {
  local = await started({ apps: [...tenant.apps, asserting, elsewhere] });
});
afterAll(() => local.close());

const post = async (form: Record<string, string>) => {
  const answer = await fetch(`${local.url}/${tenantId}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams(form),
  });
  return { status: answer.status, body: await answer.json() };
};
const secret = { client_id: app.id, client_secret: app.secret };
const graphScope = { scope: "https://graph.microsoft.com/.default" };
const apiScope = `api://${app.id}/access_as_user`;

const signInQuery = (changes: Record<string, string> = {}) =>
  new URLSearchParams({
    client_id: app.id,
    response_type: "token",
    redirect_uri: "http://127.0.0.1:3978/signed-in",
    scope: apiScope,
    state: "back & forth",
    ...changes,
  });
const authorize = (query: URLSearchParams, person?: string, headers = {}) =>
  fetch(`${local.url}/${tenantId}/oauth2/v2.0/authorize?${query}`, {
    redirect: "manual",
    headers,
    ...(person === undefined ? {} : { method: "POST", body: new URLSearchParams({ person }) }),
  });
const signIn = async (changes?: Record<string, string>) => {
  const answer = await authorize(signInQuery(changes), grace.id);
  return new URL(answer.headers.get("location") ?? "");
};
const userToken = async () => new URLSearchParams((await signIn()).hash.slice(1)).get("access_token") ?? "";

describe("a token for the api", () => {
  test("carries Entra's claims and is signed by the published key", async () => {
    const keys = createRemoteJWKSet(new URL(`${local.url}/${tenantId}/discovery/v2.0/keys`));
    const { payload, protectedHeader } = await jwtVerify(await userToken(), keys, {
      issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
      audience: app.id,
      algorithms: ["RS256"],
    });
    expect(protectedHeader.typ).toBe("JWT");
    expect(payload).toMatchObject({
      ver: "2.0",
      tid: tenantId,
      oid: grace.id,
      azp: app.id,
      scp: "access_as_user",
      name: grace.displayName,
      preferred_username: grace.userPrincipalName,
    });
    expect(Number(payload.exp) - Number(payload.iat)).toBe(3600);
    expect(payload.sub).not.toBe(payload.oid);
  });

  test("stays valid over a restart", async () => {
    const token = await userToken();
    const again = await started({ dataDir: local.dataDir, apps: [...tenant.apps, asserting, elsewhere] });
    const keys = createRemoteJWKSet(new URL(`${again.url}/common/discovery/v2.0/keys`));
    await expect(jwtVerify(token, keys)).resolves.toBeDefined();
    await again.close();
  });
});

describe("an application", () => {
  test("proves itself by secret", async () => {
    const form = { grant_type: "client_credentials", ...secret, ...graphScope };
    const { status, body } = await post(form);
    expect([status, body.token_type]).toEqual([200, "Bearer"]);
    expect(decodeJwt(body.access_token)).toMatchObject({
      aud: "https://graph.microsoft.com",
      idtyp: "app",
      tid: tenantId,
    });
    expect((await post({ ...form, client_secret: "wrong" })).body).toMatchObject({
      error: "invalid_client",
      error_codes: [7000215],
    });
    expect((await post({ ...form, client_id: randomUUID() })).body.error).toBe("unauthorized_client");
    expect((await post({ ...form, scope: "User.Read" })).body.error).toBe("invalid_scope");
    expect((await post({ ...form, grant_type: "password" })).body.error).toBe("unsupported_grant_type");
  });

  test("proves itself by an assertion it signed, and by no other", async () => {
    const assertion = (changes: object, key = privateKey, issuer: string = asserting.id) =>
      new SignJWT({ jti: randomUUID() })
        .setProtectedHeader({ alg: "RS256" })
        .setIssuer(issuer)
        .setSubject(asserting.id)
        .setAudience(`https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`)
        .setExpirationTime("5m")
        .sign(key)
        .then((client_assertion) =>
          post({
            grant_type: "client_credentials",
            client_id: asserting.id,
            client_assertion,
            client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ...graphScope,
            ...changes,
          }),
        );
    expect((await assertion({})).status).toBe(200);
    const other = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
    expect((await assertion({}, other)).body.error).toBe("invalid_client");
    expect((await assertion({}, privateKey, app.id)).body.error).toBe("invalid_client");
    expect((await assertion({ client_id: app.id })).body.error).toBe("invalid_client");
  });

  test("acts on behalf of whoever gave it a token, within what it was granted", async () => {
    const form = {
      grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
      requested_token_use: "on_behalf_of",
      assertion: await userToken(),
      scope: "https://graph.microsoft.com/User.Read",
      ...secret,
    };
    const { body } = await post(form);
    const me = await fetch(`${local.url}/v1.0/me`, { headers: { authorization: `Bearer ${body.access_token}` } });
    expect((await me.json()).displayName).toBe(grace.displayName);
    const site = await fetch(`${local.url}/v1.0/sites/root`, {
      headers: { authorization: `Bearer ${body.access_token}` },
    });
    expect(site.status).toBe(403);
    expect((await post({ ...form, scope: "https://graph.microsoft.com/Sites.Read.All" })).body.error).toBe(
      "invalid_grant",
    );
    const notAPerson = (await post({ grant_type: "client_credentials", ...secret, scope: `${app.id}/.default` })).body
      .access_token;
    expect((await post({ ...form, assertion: notAPerson })).body.error).toBe("invalid_grant");
  });
});

describe("signing in", () => {
  test("shows everybody by department, with nothing of theirs taken for markup", async () => {
    const answer = await authorize(signInQuery());
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain("<h1>Choose a demo person</h1>");
    expect(html).toContain("<h2>Leadership</h2>");
    expect(html).toContain("Siân &lt;b&gt;Morgan&lt;/b&gt;");
    expect(html).not.toContain("<b>");
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
    const policy = answer.headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`);
    expect(policy).toContain("form-action 'self' http://127.0.0.1:3978");
  });

  test("goes back with the token in the fragment and the state as it was", async () => {
    const back = await signIn();
    expect(`${back.origin}${back.pathname}${back.search}`).toBe("http://127.0.0.1:3978/signed-in");
    const fragment = new URLSearchParams(back.hash.slice(1));
    expect(fragment.get("state")).toBe("back & forth");
    expect(fragment.get("token_type")).toBe("Bearer");
    expect(Number(fragment.get("expires_in"))).toBeGreaterThan(3000);
  });

  test.each([
    ["another address", { redirect_uri: "http://127.0.0.1:3978/elsewhere" }],
    ["another host", { redirect_uri: "http://evil.example/signed-in" }],
    ["a host that only begins like it", { redirect_uri: "http://127.0.0.1.evil.example/signed-in" }],
    ["a name in front of the host", { redirect_uri: "http://127.0.0.1@evil.example/signed-in" }],
    [
      "a registered address off this machine",
      { client_id: elsewhere.id, redirect_uri: "http://evil.example/signed-in" },
    ],
    ["https", { redirect_uri: "https://127.0.0.1:3978/signed-in" }],
    ["script", { redirect_uri: "javascript:alert(1)" }],
    ["an unknown application", { client_id: "77777777-7777-4777-8777-777777777777" }],
    ["another response type", { response_type: "id_token" }],
    ["an unknown scope", { scope: "api://nothing/x" }],
  ])("never goes back to %s", async (_, changes) => {
    for (const person of [undefined, grace.id]) {
      const answer = await authorize(signInQuery(changes), person);
      expect(answer.status).toBe(400);
      expect(answer.headers.get("location")).toBeNull();
    }
  });

  test("is not done from another site, nor as nobody", async () => {
    expect((await authorize(signInQuery(), grace.id, { "sec-fetch-site": "cross-site" })).status).toBe(400);
    expect((await authorize(signInQuery(), "nobody")).status).toBe(400);
  });

  test("by code works once, for the one who asked", async () => {
    const verifier = "a verifier of at least forty-three characters, as the standard asks";
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    const asked = {
      response_type: "code",
      code_challenge: challenge,
      code_challenge_method: "S256",
      scope: `openid ${apiScope}`,
    };
    const redeem = (code: string, changes: object = {}) =>
      post({
        grant_type: "authorization_code",
        code,
        redirect_uri: "http://127.0.0.1:3978/signed-in",
        code_verifier: verifier,
        ...secret,
        ...changes,
      });
    const code = async () => (await signIn(asked)).searchParams.get("code") ?? "";
    const once = await code();
    const { body } = await redeem(once);
    expect(decodeJwt(body.access_token)).toMatchObject({ oid: grace.id, scp: "access_as_user" });
    expect(decodeJwt(body.id_token)).toMatchObject({ aud: app.id, oid: grace.id });
    expect((await redeem(once)).body.error).toBe("invalid_grant");
    expect((await redeem(await code(), { code_verifier: "wrong" })).body.error).toBe("invalid_grant");
    expect((await redeem(await code(), { redirect_uri: "http://127.0.0.1:1/signed-in" })).body.error).toBe(
      "invalid_grant",
    );
  });
});

test("discovery gives Entra's own addresses", async () => {
  const get = async (path: string) => (await fetch(`${local.url}${path}`)).json();
  const metadata = await get(`/${tenantId}/v2.0/.well-known/openid-configuration`);
  expect(metadata).toMatchObject({
    issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    token_endpoint: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
  });
  const instance = await get("/common/discovery/instance?api-version=1.1");
  expect(instance.metadata[0].preferred_network).toBe("login.microsoftonline.com");
  expect((await fetch(`${local.url}/${randomUUID()}/v2.0/.well-known/openid-configuration`)).status).toBe(400);
});
