import { join } from "node:path";
import type { Claims, Clock, Files, Keys, NewId, Store } from "#domain/ports.ts";
import { demoClock, wallClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { foldersOf } from "./folders.ts";
import { type Accounts, directoryAccounts } from "./graph/accounts.ts";
import { type Colleagues, colleaguesOf } from "./graph/colleagues.ts";
import { type ClientOptions, graphClient } from "./graph/graph-client.ts";
import { unavailable } from "./graph/graph-error.ts";
import { LoopbackTransport } from "./graph/loopback-transport.ts";
import { usualBudget } from "./graph/request-budget.ts";
import type { Tried } from "./graph/retrying.ts";
import { type SharePoint, sharePoint } from "./graph/share-point.ts";
import { localClient, tenantClient } from "./identity/app-client.ts";
import { localGraphToken, tenantGraphToken, vaultToken } from "./identity/graph-token.ts";
import { type OnBehalfOf, onBehalfOf } from "./identity/on-behalf-of.ts";
import { teamsClients, tokenCheck } from "./identity/token-check.ts";
import { fileKeys } from "./keys/file-keys.ts";
import { vaultKeys } from "./keys/vault-keys.ts";
import type { Log } from "./log.ts";
import { randomIds } from "./new-id.ts";
import { duckDbEngine } from "./records/duckdb-engine.ts";
import type { Engine } from "./records/engine.ts";

/**
 * Everything the rules do not know: time, chance, SharePoint, keys, the figures engine.
 * Two constructors make it, `localOutside` and `tenantOutside`; nothing else differs between a laptop and a tenant.
 */
export interface Outside {
  readonly clock: Clock;
  readonly newId: NewId;
  readonly store: Store;
  readonly files: Files;
  readonly claims: Claims;
  readonly keys: Keys;
  readonly engine: Engine;
  readonly sharePoint: SharePoint;
  /** Who a token says is asking. */
  readonly signedIn: ReturnType<typeof tokenCheck>;
  /** Microsoft 365 as the person whose verified token this is sees it: for profile, picture and finding people alone. */
  readonly onBehalf: (token: string) => Colleagues;
  /** Whose account in the directory is closed. */
  readonly accounts: Accounts;
  /** A folder of this process's own for work in progress; emptied when it starts. */
  readonly workDir: string;
  readonly log: Log;
}

/** What `cycle` sets so that a run can be repeated to the byte. */
export interface Repeatable {
  readonly clock?: Clock;
  readonly newId?: NewId;
  readonly seed?: number;
}

/** The day the demo provider's data was made for: the local clock starts here. */
export const DEMO_BEGINS = "2026-10-12T08:00:00.000Z";

/** On one machine: the local Microsoft 365 over loopback, keys in files, the demo's clock. */
export async function localOutside(
  config: Config & Required<Pick<Config, "local">>,
  log: Log,
  repeatable: Repeatable = {},
): Promise<Outside> {
  const { local, tenant, app, site, dataDir } = config;
  const token = localGraphToken(tenant, app, local.secret, local.url);
  const transport = () => new LoopbackTransport(local.url, site.host);
  const client = graphClient(token, transport(), { tell: tellOf(log) });
  const theirs = onBehalfOf(() => localClient(tenant, app, local.secret, local.url));
  const onBehalf = asThemselves(theirs, { tell: tellOf(log) }, transport);
  const clock = repeatable.clock ?? demoClock(dataDir, DEMO_BEGINS);
  const keys = fileKeys(dataDir, repeatable.seed === undefined ? {} : { seed: repeatable.seed });
  const signedIn = tokenCheck({
    tenant,
    audience: app,
    clients: teamsClients,
    fetch: (url, options) => fetch(`${local.url}${new URL(String(url)).pathname}`, options),
  });
  return whole(config, log, { client, clock, newId: repeatable.newId ?? randomIds(clock), keys, signedIn, onBehalf });
}

/** In a tenant: Microsoft Graph, Entra and Key Vault over the network, real time. */
export async function tenantOutside(config: Config & Required<Pick<Config, "vault">>, log: Log): Promise<Outside> {
  const { vault, tenant, app } = config;
  const token = tenantGraphToken(tenant, app, vault.identity);
  const client = graphClient(token, undefined, { limits: usualBudget, tell: tellOf(log) });
  const theirs = onBehalfOf(() => tenantClient(tenant, app, vault.identity));
  const onBehalf = asThemselves(theirs, { tell: tellOf(log) });
  const keys = await vaultKeys(vault.url, vaultToken(vault.identity));
  const signedIn = tokenCheck({ tenant, audience: app, clients: teamsClients });
  return whole(config, log, { client, clock: wallClock, newId: randomIds(wallClock), keys, signedIn, onBehalf });
}

interface Parts extends Pick<Outside, "clock" | "newId" | "keys" | "signedIn" | "onBehalf"> {
  readonly client: ReturnType<typeof graphClient>;
}

/** The directory counts what people ask for apart from what the app asks of SharePoint: no part of its budget is used. */
const asThemselves =
  (theirs: OnBehalfOf, options: ClientOptions, transport?: () => LoopbackTransport) =>
  (token: string): Colleagues =>
    colleaguesOf(
      () => theirs(token),
      (own) => graphClient(async () => own, transport?.(), options),
    );

/** Every try that did not succeed, with Graph's id of it, ours, and the reference of the request it was for. */
const tellOf = (log: Log) => (tried: Tried) => log[tried.event === "graph.failed" ? "error" : "info"]({ ...tried });

async function whole(config: Config, log: Log, parts: Parts): Promise<Outside> {
  const { site, instance, app } = config;
  const { client, clock, newId, keys, signedIn, onBehalf } = parts;
  const { workDir, cacheDir, keptDir } = foldersOf(config);
  const held = await sharePoint({
    client,
    site: `/sites/${site.host}:${site.path}:`,
    keys,
    clock,
    newId,
    instance,
    app,
    ...{ cacheDir, keptDir, arrivingDir: join(workDir, "arriving") },
    onTrouble: (error) => log.error({ event: "replica.behind", ...unavailable("begin", error).facts }),
    onLate: (error) => log.error({ event: "audit.late", result: error instanceof Error ? error.message : "failed" }),
  });
  await held.fill();
  const engine = duckDbEngine({ tempDir: join(workDir, "duckdb") });
  return {
    clock,
    newId,
    keys,
    signedIn,
    onBehalf,
    accounts: directoryAccounts(client, clock),
    engine,
    workDir,
    log,
    sharePoint: held,
    store: held.store,
    files: held.files,
    claims: held.claims,
  };
}
