import { ConfidentialClientApplication, type INetworkModule, ManagedIdentityApplication } from "@azure/msal-node";

/** In a tenant: our registration, proven by an assertion from the managed identity. There is no secret anywhere. */
export function tenantClient(tenant: string, app: string, identity: string): ConfidentialClientApplication {
  const managed = managedIdentity(identity);
  const clientAssertion = async () => {
    const { accessToken } = await managed.acquireToken({ resource: "api://AzureADTokenExchange" });
    return accessToken;
  };
  return new ConfidentialClientApplication({ auth: { clientId: app, authority: authority(tenant), clientAssertion } });
}

/** On one machine: the same MSAL, its network client sending to the local issuer. */
export const localClient = (
  tenant: string,
  app: string,
  secret: string,
  issuer: string,
): ConfidentialClientApplication =>
  new ConfidentialClientApplication({
    auth: { clientId: app, authority: authority(tenant), clientSecret: secret },
    system: { networkClient: loopbackNetwork(issuer) },
  });

export const managedIdentity = (identity: string): ManagedIdentityApplication =>
  new ManagedIdentityApplication({ managedIdentityIdParams: { userAssignedClientId: identity } });

const authority = (tenant: string) => `https://login.microsoftonline.com/${tenant}`;

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
