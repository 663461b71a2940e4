import type { ConfidentialClientApplication } from "@azure/msal-node";
import { localClient, managedIdentity, tenantClient } from "./app-client.ts";

export const GRAPH_SCOPE = "https://graph.microsoft.com/.default";

/** In a tenant: the app's own token for Graph. */
export const tenantGraphToken = (tenant: string, app: string, identity: string): (() => Promise<string>) =>
  tokenOf(tenantClient(tenant, app, identity));

/** In a tenant: the managed identity's own token for the key vault. */
export function vaultToken(identity: string): () => Promise<string> {
  const managed = managedIdentity(identity);
  return async () => (await managed.acquireToken({ resource: "https://vault.azure.net" })).accessToken;
}

/** On one machine: the app's own token from the local issuer. */
export const localGraphToken = (tenant: string, app: string, secret: string, issuer: string): (() => Promise<string>) =>
  tokenOf(localClient(tenant, app, secret, issuer));

function tokenOf(client: ConfidentialClientApplication): () => Promise<string> {
  return async () => {
    const answer = await client.acquireTokenByClientCredential({ scopes: [GRAPH_SCOPE] });
    if (!answer) throw new Error("Entra answered no token for Microsoft Graph.");
    return answer.accessToken;
  };
}
