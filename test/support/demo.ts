import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "#api/config.ts";
import type { GraphClient } from "#api/graph/graph-client.ts";
import { List, listName } from "#api/graph/list.ts";
import { provision } from "#api/graph/provision.ts";
import { teamsClients } from "#api/identity/token-check.ts";
import { logTo } from "#api/log.ts";
import { localOutside, type Outside, type Repeatable } from "#api/outside.ts";
import type { RateLimit } from "#api/rate-limit.ts";
import { type Face, type Serving, serve } from "#api/server.ts";
import type { Register } from "#domain/register/register.ts";
import { everyList } from "#domain/registers/index.ts";
import { botFace } from "../../infra/bot-face.ts";
import { seed } from "../../infra/demo/organisation.ts";
import { demoSettings, demoTenant, startDemoTenant, type TenantNames } from "../../infra/demo-tenant.ts";

/** The whole product on one machine in a folder of its own, as `npm start` puts it together. */
export interface Demo {
  readonly url: string;
  /** The address of the local Microsoft 365. */
  readonly graph: string;
  readonly outside: Outside;
  /** A Graph client with rights on the whole site, past the app. */
  readonly client: GraphClient;
  /** A list as somebody with rights on the whole site reaches it, past the app. */
  listOf(register: Register): List;
  /** One more process's view of the same SharePoint. */
  another(instance: string): Promise<Outside>;
  /** One more process serving the same SharePoint, bot and outbox included where the demo has them. */
  serveAnother(instance: string): Promise<Serving & { readonly outside: Outside }>;
  /** A request to the api as this demo person; `body` makes it a POST unless a method is given. */
  as(person: string, path: string, options?: { method?: string; body?: unknown; raw?: BodyInit }): Promise<Response>;
  /** Signs a demo person in and answers their token. */
  tokenOf(person: string): Promise<string>;
  /** Stops the first process and leaves SharePoint running, as a restart begins. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  readonly seeded?: boolean;
  readonly repeatable?: Repeatable;
  readonly faces?: (outside: Outside) => readonly Face[];
  readonly tabDir?: string;
  /** With the bot at `/api/messages`, and the outbox going. */
  readonly bot?: boolean;
  /** Other limits than the usual ones. */
  readonly limit?: RateLimit;
  /** Another check of who is asking than the local issuer's. */
  readonly signedIn?: Outside["signedIn"];
  /** Another organisation's tenant than Meadowbank Care's. */
  readonly names?: TenantNames;
}

/** Starts it; takes about five seconds with the demo organisation in it. Close it in `afterAll`. */
export async function startDemo({
  seeded = true,
  repeatable = {},
  faces = () => [],
  tabDir = "dist/tab",
  bot = false,
  limit,
  signedIn,
  names = demoTenant,
}: Options = {}): Promise<Demo> {
  const dataDir = await mkdtemp(join(tmpdir(), "line-of-sight-"));
  const { local, secret, provisioning } = await startDemoTenant(dataDir, 0, names);
  const site = `/sites/${names.host}:${names.path}:`;
  await provision(provisioning, site, everyList);
  const outsideOf = async (instance: string) => {
    const config = readConfig({
      ...demoSettings(local, secret, names),
      DATA_DIR: dataDir,
      PORT: "0",
      INSTANCE: instance,
    });
    if ("problems" in config || !config.local) throw new Error("The demo's settings are incomplete.");
    const whole = { ...config, local: config.local };
    const outside = await localOutside(whole, logTo("silent"), repeatable);
    return { config: whole, outside: signedIn ? { ...outside, signedIn } : outside };
  };
  const { config, outside } = await outsideOf("first");
  if (seeded) await seed(outside.store, outside.engine.name);
  const servingOf = ({ config, outside }: Awaited<ReturnType<typeof outsideOf>>): Promise<Serving> => {
    const settings = { config, outside, tabDir, ...(limit && { limit }) };
    if (!bot) return serve({ ...settings, faces: faces(outside) });
    const { face, channel } = botFace(config, outside);
    return serve({ ...settings, faces: [...faces(outside), face], channel });
  };
  const serving = await servingOf({ config, outside });
  const tokens = new Map<string, string>();
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= serving.close();
    return stopped;
  };
  return {
    stop,
    url: serving.url,
    graph: local.url,
    outside,
    client: provisioning,
    listOf: (register) => new List(provisioning, site, listName(register)),
    another: async (instance) => (await outsideOf(instance)).outside,
    async serveAnother(instance) {
      const other = await outsideOf(instance);
      return { ...(await servingOf(other)), outside: other.outside };
    },
    tokenOf: (person) => tokenFor(local.url, person, names),
    async as(person, path, { method, body, raw } = {}) {
      const token = tokens.get(person) ?? (await tokenFor(local.url, person, names));
      tokens.set(person, token);
      return fetch(`${serving.url}/api/v1${path}`, {
        method: method ?? (body === undefined && raw === undefined ? "GET" : "POST"),
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(raw !== undefined && { body: raw }),
      });
    },
    async close() {
      await stop();
      await local.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Signs a demo person in the way a browser does: chosen at the issuer, the token in the fragment that leads back. */
export async function tokenFor(issuer: string, person: string, names: TenantNames = demoTenant): Promise<string> {
  const query = new URLSearchParams({
    client_id: teamsClients[1],
    response_type: "token",
    scope: `api://${names.app}/access_as_user`,
    redirect_uri: "http://127.0.0.1:3978/",
    state: "test",
  });
  const answer = await fetch(`${issuer}/${names.tenant}/oauth2/v2.0/authorize?${query}`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ person }),
  });
  const back = answer.headers.get("location");
  const token = back && new URLSearchParams(new URL(back).hash.slice(1)).get("access_token");
  if (!token) throw new Error(`The issuer answered ${answer.status} instead of a token.`);
  return token;
}
