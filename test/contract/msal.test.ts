import { generateKeyPairSync } from "node:crypto";
import { ConfidentialClientApplication, type INetworkModule, type NetworkRequestOptions } from "@azure/msal-node";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { app, type Started, started, tenant } from "../../infra/local/started.testing.ts";

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const authority = `https://login.microsoftonline.com/${tenant.tenantId}`;
const scopes = ["https://graph.microsoft.com/.default"];
const byCertificate = {
  id: "55555555-5555-4555-8555-555555555555",
  name: "By certificate",
  publicKeys: [publicKey.export({ type: "spki", format: "pem" }).toString()],
  graphPermissions: ["Sites.Selected"],
};

let local: Started;
beforeAll(async () => {
  local = await started({ apps: [...tenant.apps, byCertificate] });
});
afterAll(() => local.close());

/** What is addressed to Entra goes to loopback. */
function loopback(): INetworkModule & { readonly asked: string[] } {
  const asked: string[] = [];
  const send = async (method: string, url: string, options?: NetworkRequestOptions) => {
    const { host, pathname, search } = new URL(url);
    asked.push(`${method} ${host}${pathname}`);
    const { headers = {}, body } = options ?? {};
    const answer = await fetch(`${local.url}${pathname}${search}`, { method, headers, ...(body ? { body } : {}) });
    return { headers: Object.fromEntries(answer.headers), status: answer.status, body: await answer.json() };
  };
  return {
    asked,
    sendGetRequestAsync: (url, options) => send("GET", url, options),
    sendPostRequestAsync: (url, options) => send("POST", url, options),
  };
}

const withSecret = (networkClient: INetworkModule, clientSecret: string = app.secret) =>
  new ConfidentialClientApplication({ auth: { clientId: app.id, clientSecret, authority }, system: { networkClient } });

async function userToken(): Promise<string> {
  const query = new URLSearchParams({
    client_id: app.id,
    response_type: "token",
    redirect_uri: "http://127.0.0.1/signed-in",
    scope: `api://${app.id}/access_as_user`,
  });
  const answer = await fetch(`${local.url}/${tenant.tenantId}/oauth2/v2.0/authorize?${query}`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ person: tenant.users[0].id }),
  });
  return new URLSearchParams(new URL(answer.headers.get("location") ?? "").hash.slice(1)).get("access_token") ?? "";
}

test("MSAL gets a token by secret, from the real authority's addresses, and keeps it", async () => {
  const network = loopback();
  const client = withSecret(network);
  const first = await client.acquireTokenByClientCredential({ scopes });
  const second = await client.acquireTokenByClientCredential({ scopes });
  expect(decodeJwt(first?.accessToken ?? "")).toMatchObject({ appid: app.id, roles: app.graphPermissions });
  expect([first?.fromCache, second?.fromCache]).toEqual([false, true]);
  expect(network.asked).toContain(`POST login.microsoftonline.com/${tenant.tenantId}/oauth2/v2.0/token`);
});

test("MSAL gets a token by an assertion signed with a registered key", async () => {
  const client = new ConfidentialClientApplication({
    auth: {
      clientId: byCertificate.id,
      authority,
      clientCertificate: {
        thumbprintSha256: "0".repeat(64),
        privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      },
    },
    system: { networkClient: loopback() },
  });
  const answer = await client.acquireTokenByClientCredential({ scopes });
  expect(decodeJwt(answer?.accessToken ?? "")).toMatchObject({ appid: byCertificate.id });
});

test("MSAL gets a token on behalf of a person", async () => {
  const client = withSecret(loopback());
  const answer = await client.acquireTokenOnBehalfOf({
    oboAssertion: await userToken(),
    scopes: ["https://graph.microsoft.com/User.Read"],
  });
  expect(answer?.account?.username).toBe(tenant.users[0].userPrincipalName);
  const me = await fetch(`${local.url}/v1.0/me`, { headers: { authorization: `Bearer ${answer?.accessToken}` } });
  expect((await me.json()).id).toBe(tenant.users[0].id);
});

test("MSAL tells a wrong secret as Entra does", async () => {
  const wrong = withSecret(loopback(), "wrong").acquireTokenByClientCredential({ scopes });
  await expect(wrong).rejects.toMatchObject({ errorCode: "invalid_client" });
});
