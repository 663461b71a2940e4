import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type GraphClient, graphClient } from "#api/graph/graph-client.ts";
import { LoopbackTransport } from "#api/graph/loopback-transport.ts";
import { localGraphToken } from "#api/identity/graph-token.ts";
import { teamsClients } from "#api/identity/token-check.ts";
import { roleNames } from "#domain/people/role.ts";
import { demoPeople, demoUsers } from "./demo/people.ts";
import { type LocalMicrosoft365, startLocalMicrosoft365 } from "./local/local-microsoft-365.ts";

/** The demo tenant's fixed names. */
export const demoTenant = {
  tenant: "11111111-1111-4111-8111-111111111111",
  app: "22222222-2222-4222-8222-222222222222",
  /** Provisioning is an administrator's act, with an administrator's grant. */
  provisioner: "33333333-3333-4333-8333-333333333333",
  bot: "44444444-4444-4444-8444-444444444444",
  host: "meadowbank.sharepoint.com",
  path: "/sites/line-of-sight",
} as const;

/** The names a tenant goes by: ours, or those of another organisation that must stay apart from it. */
export type TenantNames = Readonly<Record<keyof typeof demoTenant, string>>;

export interface DemoTenant {
  readonly local: LocalMicrosoft365;
  /** The secret of our application registration in this tenant. */
  readonly secret: string;
  /** The Graph client an administrator provisions with. */
  readonly provisioning: GraphClient;
}

/** Starts the local Microsoft 365 as Meadowbank Care's tenant: its people, our two registrations and our site. */
export async function startDemoTenant(dataDir: string, port = 0, names: TenantNames = demoTenant): Promise<DemoTenant> {
  const secret = keptSecret(join(dataDir, "local-secret"));
  const { tenant, app, provisioner, host, path } = names;
  const local = await startLocalMicrosoft365({
    port,
    dataDir: join(dataDir, "microsoft-365"),
    tenantId: tenant,
    hostname: host,
    sites: [
      {
        path,
        displayName: "Line of Sight",
        grants: [{ app: { id: app, name: "Line of Sight" }, roles: ["write"] }],
      },
    ],
    users: demoUsers.map((user, at) => ({
      ...user,
      department: roleNames[demoPeople[at]?.assignments[0]?.role ?? "administrator"],
    })),
    apps: [
      {
        id: app,
        name: "Line of Sight",
        secret,
        graphPermissions: ["Sites.Selected", "User.Read.All"],
        delegatedPermissions: ["User.Read", "User.ReadBasic.All"],
        redirectUris: ["http://127.0.0.1/", "http://localhost/"],
      },
      {
        id: provisioner,
        name: "Line of Sight provisioning",
        secret,
        graphPermissions: ["Sites.FullControl.All", "User.ReadWrite.All"],
      },
      { id: teamsClients[1], name: "Microsoft Teams", redirectUris: ["http://127.0.0.1/", "http://localhost/"] },
    ],
  });
  return { local, secret, provisioning: provisioningOf(local, secret, names) };
}

/** The Graph client an administrator provisions a running demo tenant with. */
export function provisioningOf(
  { url }: { readonly url: string },
  secret: string,
  names: TenantNames = demoTenant,
): GraphClient {
  const token = localGraphToken(names.tenant, names.provisioner, secret, url);
  return graphClient(token, new LoopbackTransport(url, names.host));
}

/** The settings production code reads, pointing at the demo tenant. */
export const demoSettings = (local: { readonly url: string }, secret: string, names: TenantNames = demoTenant) => ({
  LOCAL_MICROSOFT_365: local.url,
  LOCAL_SECRET: secret,
  TENANT_ID: names.tenant,
  APP_ID: names.app,
  BOT_ID: names.bot,
  SITE_HOST: names.host,
  SITE_PATH: names.path,
});

function keptSecret(path: string): string {
  if (!existsSync(path)) {
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, randomBytes(24).toString("base64url"), { mode: 0o600 });
  }
  return readFileSync(path, "utf8");
}
