import { ConfidentialClientApplication, type INetworkModule, ManagedIdentityApplication } from "@azure/msal-node";

const GRAPH_SCOPE = "https://graph.microsoft.com/.default";

/** In a tenant: the app's token for Graph, by an assertion from the managed identity. There is no secret anywhere. */
export function tenantGraphToken(tenant: string, app: string, identity: string): () => Promise<string> {
  const managed = new ManagedIdentityApplication({ managedIdentityIdParams: { userAssignedClientId: identity } });
  const clientAssertion = async () => {
    const { accessToken } = await managed.acquireToken({ resource: "api://AzureADTokenExchange" });
    return accessToken;
  };
  return tokenOf(
    new ConfidentialClientApplication({ auth: { clientId: app, authority: authority(tenant), clientAssertion } }),
  );
}

/** In a tenant: the managed identity's own token for the key vault. */
export function vaultToken(identity: string): () => Promise<string> {
  const managed = new ManagedIdentityApplication({ managedIdentityIdParams: { userAssignedClientId: identity } });
  return async () => (await managed.acquireToken({ resource: "https://vault.azure.net" })).accessToken;
}

/** On one machine: the same MSAL, its network client sending to the local issuer. */
export function localGraphToken(tenant: string, app: string, secret: string, issuer: string): () => Promise<string> {
  return tokenOf(
    new ConfidentialClientApplication({
      auth: { clientId: app, authority: authority(tenant), clientSecret: secret },
      system: { networkClient: loopbackNetwork(issuer) },
    }),
  );
}

const authority = (tenant: string) => `https://login.microsoftonline.com/${tenant}`;

function tokenOf(client: ConfidentialClientApplication): () => Promise<string> {
  return async () => {
    const answer = await client.acquireTokenByClientCredential({ scopes: [GRAPH_SCOPE] });
    if (!answer) throw new Error("Entra answered no token for Microsoft Graph.");
    return answer.accessToken;
  };
}

function loopbackNetwork(issuer: string): INetworkModule {
  const send = async (
    method: "GET" | "POST",
    url: string,
    options?: { headers?: Record<string, string>; body?: string },
  ) => {
    const { pathname, search } = new URL(url);
    const answer = await fetch(`${issuer}${pathname}${search}`, {
      method,
      ...(options?.headers && { headers: options.headers }),
      ...(options?.body !== undefined && { body: options.body }),
    });
    return { headers: Object.fromEntries(answer.headers), status: answer.status, body: (await answer.json()) as never };
  };
  return {
    sendGetRequestAsync: (url, options) => send("GET", url, options),
    sendPostRequestAsync: (url, options) => send("POST", url, options),
  };
}
