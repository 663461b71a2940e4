import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Clock } from "./control/clock.ts";
import { ControlService, type Snapshots, type TenantFacts } from "./control/control-service.ts";
import { Disturbance, type EndProcess } from "./control/disturbance.ts";
import { Database } from "./database.ts";
import type { AppRegistration } from "./entra/app-registration.ts";
import type { Directory } from "./entra/directory.ts";
import { EntraService } from "./entra/entra-service.ts";
import { graphCaller } from "./entra/graph-caller.ts";
import { signingKey } from "./entra/signing-key.ts";
import { Tokens } from "./entra/tokens.ts";
import { notificationsSent } from "./graph/activity-notification.ts";
import { Blobs } from "./graph/blobs.ts";
import type { Ground } from "./graph/call.ts";
import { GraphService } from "./graph/graph-service.ts";
import { listSchema } from "./graph/list-schema.ts";
import { OnDemand } from "./graph/on-demand.ts";
import { personalHostname } from "./graph/personal-drive.ts";
import { setQuota } from "./graph/quota.ts";
import { schema } from "./graph/schema.ts";
import { type Answer, json } from "./http/answer.ts";
import type { Incoming } from "./http/incoming.ts";
import { type Served, serve } from "./http/serve.ts";
import { type GroupSeed, type SiteSeed, seed, type UserSeed } from "./seed.ts";

/** What the local Microsoft 365 is given. Sites, people and groups are added when they are not there yet. */
export interface LocalMicrosoft365Options {
  /** 0 takes any free port. */
  readonly port: number;
  /** Holds `graph.sqlite`, `blobs/` and the issuer's key; kept over restarts. */
  readonly dataDir: string;
  readonly tenantId: string;
  /** Host name of the SharePoint sites, e.g. `meadowbank.sharepoint.com`. */
  readonly hostname: string;
  readonly sites: readonly SiteSeed[];
  readonly users: readonly UserSeed[];
  readonly groups?: readonly GroupSeed[];
  readonly apps: readonly AppRegistration[];
  /** Where the issuer's key is kept; `<dataDir>/keys` without it. */
  readonly signingKeyDir?: string;
  /** SharePoint changes Office and image files after upload; false leaves them as they were sent. */
  readonly rewritesOfficeFiles?: boolean;
  readonly now?: () => Date;
  readonly endProcess?: EndProcess;
}

/** Microsoft Graph and Entra on this machine, on one address. */
export interface LocalMicrosoft365 {
  readonly url: string;
  readonly tenantId: string;
  close(): Promise<void>;
}

const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Refuses names that do not belong here, so that a web page cannot reach this through a name of its own. */
const isOurs = (host: string | undefined, hostname: string): boolean => {
  const name = (host ?? "").replace(/:\d+$/, "").toLowerCase();
  return (
    loopback.has(name) ||
    ["graph.microsoft.com", "login.microsoftonline.com", hostname, personalHostname(hostname)].includes(name)
  );
};

function directoryOf(ground: Ground, options: LocalMicrosoft365Options, tokens: Tokens): Directory {
  const read = (rows: { data: string }[]): UserSeed[] => rows.map(({ data }) => JSON.parse(data));
  return {
    tenantId: options.tenantId,
    apps: options.apps,
    tokens,
    grants: new Map(),
    users: () => read(ground.database.all<{ data: string }>("SELECT data FROM users ORDER BY rowid")),
    user: (id) => read(ground.database.all<{ data: string }>("SELECT data FROM users WHERE id = ?", id))[0],
    now: tokens.now,
  };
}

const factsOf = (ground: Ground): TenantFacts => ({
  setQuota: (total) => setQuota(ground, total),
  notifications: () => notificationsSent(ground),
});

function snapshotsOf(ground: Ground, options: LocalMicrosoft365Options, start: () => void): Snapshots {
  const file = (name: string) => join(options.dataDir, "snapshots", `${name}.sqlite`);
  return {
    take: (name) => ground.database.copyTo(file(name)),
    reset: (name) => {
      if (name !== undefined && !existsSync(file(name))) throw new SyntaxError(`There is no snapshot '${name}'.`);
      ground.database.replaceWith(name === undefined ? undefined : file(name));
      // The bytes they had received may be gone.
      for (const table of ["uploadSessions", "uploadItems"]) ground.database.run(`DELETE FROM ${table}`);
      // Delta tokens given out since belong to another history.
      ground.database.run("UPDATE meta SET value = ? WHERE key = 'epoch'", randomBytes(8).toString("hex"));
      start();
    },
  };
}

/** Starts it on 127.0.0.1. What it acknowledged survives being killed. */
export async function startLocalMicrosoft365(options: LocalMicrosoft365Options): Promise<LocalMicrosoft365> {
  const { dataDir, tenantId, hostname, now = () => new Date() } = options;
  // Tokens stay on the machine's clock: the people and processes that hold them are.
  const clock = new Clock(now);
  const database = new Database(join(dataDir, "graph.sqlite"), `${schema}${listSchema}`);
  const ground: Ground = {
    database,
    blobs: new Blobs(dataDir),
    tenantId,
    hostname,
    rewritesOfficeFiles: options.rewritesOfficeFiles ?? true,
    secret: randomBytes(32),
    now: clock.now,
  };
  const start = () => seed(ground, { sites: options.sites, users: options.users, groups: options.groups ?? [] });
  start();
  const key = signingKey(options.signingKeyDir ?? join(dataDir, "keys"));
  const tokens = new Tokens(tenantId, key, now);
  const disturbance = new Disturbance(options.endProcess ?? ((pid) => process.kill(pid, "SIGKILL")), clock.now);
  const graph = new GraphService(ground, disturbance, graphCaller(tokens, options.apps));
  const entra = new EntraService(directoryOf(ground, options, tokens), key);
  const snapshots = snapshotsOf(ground, options, start);
  const onDemand = new OnDemand(ground);
  const control = new ControlService({ disturbance, snapshots, clock, tenant: factsOf(ground) });

  const answer = async (incoming: Incoming): Promise<Answer> => {
    const path = incoming.url.pathname;
    if (!isOurs(incoming.headers.host, hostname)) return json({ error: "Unknown host." }, 421);
    if (graph.serves(path)) return graph.answer(incoming);
    if (entra.serves(path)) return entra.answer(incoming);
    if (onDemand.serves(path)) return onDemand.answer(incoming);
    if (control.serves(path)) return control.answer(incoming);
    return json({ error: `The local Microsoft 365 does not serve ${incoming.method} ${path}.` }, 501);
  };

  const served: Served = await serve(options.port, answer);
  return {
    url: served.url,
    tenantId,
    close: async () => {
      await served.close();
      await graph.close();
      database.close();
    },
  };
}
