import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { readConfig } from "#api/config.ts";
import { provision } from "#api/graph/provision.ts";
import { teamsClients, tokenCheck } from "#api/identity/token-check.ts";
import { logTo } from "#api/log.ts";
import { localOutside } from "#api/outside.ts";
import { type Serving, serve } from "#api/server.ts";
import { actions } from "#domain/registers/actions.ts";
import { everyList } from "#domain/registers/index.ts";
import { people } from "#domain/registers/people.ts";
import { seed } from "../../../infra/demo/organisation.ts";
import { demoSettings, demoTenant, startDemoTenant } from "../../../infra/demo-tenant.ts";

export const PAGE = "/api/v1/registers/actions/rows?most=100";
const PEOPLE = 200;
const ROWS = 600;
const services = ["ashdown", "birchwood", "coppice", "dovecote", "elm-house"] as const;
const idOf = (number: number) => `bbbbbbbb-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** What both sides are given: the issuer's keys, a token of each person, and the page each of them gets. */
export interface PageInput {
  readonly keys: readonly JWK[];
  readonly tokens: readonly string[];
  readonly answers: Readonly<Record<string, unknown>>;
}

export const inputIn = (folder: string): PageInput => JSON.parse(readFileSync(join(folder, "input.json"), "utf8"));

/** The whole product over rows that are there already, trusting these keys. */
export async function serveFrom(folder: string, keys: readonly JWK[]) {
  const dataDir = join(folder, "data");
  const { local, secret, provisioning } = await startDemoTenant(dataDir);
  const { tenant, app, host, path } = demoTenant;
  await provision(provisioning, `/sites/${host}:${path}:`, everyList);
  const config = readConfig({ ...demoSettings(local, secret), DATA_DIR: dataDir, PORT: "0", INSTANCE: "bench" });
  if ("problems" in config || !config.local) throw new Error("The demo's settings are incomplete.");
  const fetch = async () => Response.json({ keys });
  const signedIn = tokenCheck({ tenant, audience: app, clients: teamsClients, fetch });
  const made = await localOutside({ ...config, local: config.local }, logTo("silent"));
  // The people of this benchmark are in the register alone.
  const accounts = { closed: () => false, keepUp: async () => undefined };
  const outside = { ...made, signedIn, accounts };
  const serving: Serving = await serve({ config, outside, tabDir: folder });
  return {
    outside,
    url: serving.url,
    close: async () => {
      await serving.close();
      await local.close();
    },
  };
}

/** Two hundred managers of five services and six hundred actions, and what each manager is shown. */
export async function prepareRegisterPage(folder: string): Promise<string> {
  await mkdir(join(folder, "data"), { recursive: true });
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const keys = [{ ...(await exportJWK(publicKey)), kid: "k1", alg: "RS256", use: "sig" }];
  const { outside, url, close } = await serveFrom(folder, keys);
  try {
    await seed(outside.store, outside.engine.name);
    await inTurns(PEOPLE, (at) => addManager(outside, at));
    await inTurns(ROWS, (at) => addAnAction(outside, at));
    const tokens = await Promise.all(Array.from({ length: PEOPLE }, (_, at) => tokenOf(idOf(at), privateKey)));
    const answers: Record<string, unknown> = {};
    for (const [at, token] of tokens.entries()) {
      const answer = await fetch(url + PAGE, { headers: { authorization: `Bearer ${token}` } });
      if (!answer.ok) throw new Error(`The page was answered ${answer.status}.`);
      answers[idOf(at)] = await answer.json();
    }
    await writeFile(join(folder, "input.json"), JSON.stringify({ keys, tokens, answers } satisfies PageInput));
  } finally {
    await close();
  }
  return folder;
}

type Outside = Awaited<ReturnType<typeof serveFrom>>["outside"];
const act = { by: "system", did: "bench.seed" } as const;

const addManager = ({ store }: Outside, at: number) =>
  store.add(
    people,
    idOf(at),
    {
      person: idOf(at),
      name: `Manager ${at}`,
      assignments: [{ role: "registered-manager", over: "service", where: [services[at % 5] ?? "ashdown"] }],
      safeguarding: at % 2 === 0,
      status: "active",
    },
    act,
  );

const addAnAction = ({ store }: Outside, at: number) =>
  store.add(
    actions,
    `action-bench-${at}`,
    {
      action: `Look at round ${at} with the team and write down what was found`,
      category: at % 4 === 0 ? "safeguarding" : "missed-visits",
      source: "pack-theme",
      service: services[at % 5] ?? "ashdown",
      cause: "The rota left no time between visits.",
      owner: idOf(at % PEOPLE),
      deadline: `2026-11-${String((at % 28) + 1).padStart(2, "0")}`,
      status: "open",
    },
    act,
  );

async function inTurns(count: number, work: (at: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const turn = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: 8 }, turn));
}

const tokenOf = (oid: string, key: CryptoKey): Promise<string> =>
  new SignJWT({
    ...{ ver: "2.0", tid: demoTenant.tenant, oid, azp: teamsClients[1], scp: "access_as_user", name: "Manager" },
  })
    .setProtectedHeader({ alg: "RS256", kid: "k1", typ: "JWT" })
    .setIssuer(`https://login.microsoftonline.com/${demoTenant.tenant}/v2.0`)
    .setAudience(demoTenant.app)
    .setIssuedAt()
    .setNotBefore("-1m")
    .setExpirationTime("2h")
    .sign(key);
