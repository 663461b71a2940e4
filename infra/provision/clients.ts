import type { Config } from "#api/config.ts";
import { type GraphClient, graphClient } from "#api/graph/graph-client.ts";
import { LoopbackTransport } from "#api/graph/loopback-transport.ts";
import { localGraphToken, tenantGraphToken } from "#api/identity/graph-token.ts";

/** A Graph client as one application: ours, or the one that provisions. */
export function clientAs({ local, vault, tenant, site }: Config, application: string): GraphClient {
  if (local)
    return graphClient(
      localGraphToken(tenant, application, local.secret, local.url),
      new LoopbackTransport(local.url, site.host),
    );
  return graphClient(tenantGraphToken(tenant, application, vault?.identity ?? ""));
}
