import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "./graph/call.ts";
import {
  type LocalMicrosoft365,
  type LocalMicrosoft365Options,
  startLocalMicrosoft365,
} from "./local-microsoft-365.ts";

const lineOfSight = { id: "22222222-2222-4222-8222-222222222222", name: "Line of Sight" };
const grants = [{ app: lineOfSight, roles: ["fullcontrol"] }];

/** The tenant tests run against. */
export const tenant = {
  tenantId: "11111111-1111-4111-8111-111111111111",
  hostname: "meadowbank.sharepoint.com",
  sites: [
    { path: "", displayName: "Home", grants },
    { path: "/sites/line-of-sight", displayName: "Line of Sight", grants },
  ],
  users: [
    {
      id: "aaaaaaaa-0000-4000-8000-000000000001",
      displayName: "Grace Okonkwo",
      userPrincipalName: "grace@meadowbank.example",
      mail: "grace@meadowbank.example",
      jobTitle: "Chief executive",
      department: "Leadership",
    },
    {
      id: "aaaaaaaa-0000-4000-8000-000000000002",
      displayName: "Siân <b>Morgan</b>",
      userPrincipalName: "sian@meadowbank.example",
      jobTitle: 'Systems & "data"',
      department: "Systems",
    },
  ],
  groups: [
    {
      id: "bbbbbbbb-0000-4000-8000-000000000001",
      displayName: "Senior leaders",
      memberIds: ["aaaaaaaa-0000-4000-8000-000000000001"],
    },
  ],
  apps: [
    {
      ...lineOfSight,
      secret: "a secret for tests",
      graphPermissions: ["Sites.Selected", "User.Read.All", "GroupMember.Read.All"],
      delegatedPermissions: ["User.Read"],
      redirectUris: ["http://127.0.0.1/signed-in"],
      identifierUris: ["api://localhost/22222222-2222-4222-8222-222222222222"],
    },
    { id: "33333333-3333-4333-8333-333333333333", name: "Nothing granted", secret: "another secret" },
  ],
} as const satisfies Omit<LocalMicrosoft365Options, "port" | "dataDir">;

const [app] = tenant.apps;

export { app };

export interface GraphAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; undefined when there is none. */
  readonly body: ReturnType<typeof JSON.parse>;
}

export interface Started extends LocalMicrosoft365 {
  readonly dataDir: string;
  readonly siteId: string;
  token(client?: { readonly id: string; readonly secret: string }): Promise<string>;
  /** A call to Graph by the application, e.g. `graph("GET", "/sites/root")`. */
  graph(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<GraphAnswer>;
  control(method: string, name: string, body?: JsonObject): Promise<GraphAnswer>;
}

const answered = async (response: Response): Promise<GraphAnswer> => {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : undefined };
};

/** The local Microsoft 365 in a directory of its own, removed on close unless one is handed in. */
export async function started(options: Partial<LocalMicrosoft365Options> = {}): Promise<Started> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "local-microsoft-365-"));
  const local = await startLocalMicrosoft365({ port: 0, ...tenant, ...options, dataDir });

  const token: Started["token"] = async (client = app) => {
    const form = {
      grant_type: "client_credentials",
      client_id: client.id,
      client_secret: client.secret,
      scope: "https://graph.microsoft.com/.default",
    };
    const answer = await fetch(`${local.url}/${tenant.tenantId}/oauth2/v2.0/token`, {
      method: "POST",
      body: new URLSearchParams(form),
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  };
  const bearer = `Bearer ${await token()}`;

  const graph: Started["graph"] = async (method, path, body, headers = {}) => {
    const isBytes = body instanceof Uint8Array;
    const response = await fetch(`${local.url}/v1.0${path}`, {
      method,
      redirect: "manual",
      headers: { authorization: bearer, ...(isBytes ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    return answered(response);
  };

  const control: Started["control"] = async (method, name, body) =>
    answered(
      await fetch(`${local.url}/_control/${name}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );

  const site = await graph("GET", `/sites/${tenant.hostname}:/sites/line-of-sight`);
  return {
    ...local,
    dataDir,
    siteId: site.body.id,
    token,
    graph,
    control,
    close: async () => {
      await local.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
