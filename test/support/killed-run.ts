import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { graphClient } from "#api/graph/graph-client.ts";
import { List, listName } from "#api/graph/list.ts";
import { LoopbackTransport } from "#api/graph/loopback-transport.ts";
import { localGraphToken } from "#api/identity/graph-token.ts";
import { everyList } from "#domain/registers/index.ts";
import { type DemoTenant, demoTenant, startDemoTenant } from "../../infra/demo-tenant.ts";

export type When = "before" | "after";

/** A folder, a Microsoft 365 of its own, and a program that does the main job over and over until it ends. */
export interface Ground {
  readonly tenant: DemoTenant;
  readonly dir: string;
  readonly out: string;
  /** Script and words, e.g. `infra/cycle.ts --in DIR`; `--out` is added. */
  readonly program: readonly string[];
}

export async function groundIn(dir: string, program: readonly string[]): Promise<Ground> {
  mkdirSync(dir, { recursive: true });
  return { tenant: await startDemoTenant(join(dir, "tenant")), dir, out: join(dir, "out"), program };
}

/** Another ground that stands where this one stands now, while nothing runs on it. */
export async function copyOf({ tenant, dir, program }: Ground, to: string): Promise<Ground> {
  await fetch(`${tenant.local.url}/_control/snapshot`, { method: "POST", body: JSON.stringify({ name: "copy" }) });
  cpSync(dir, to, { recursive: true });
  const kept = join(to, "tenant", "microsoft-365");
  for (const part of ["-wal", "-shm"]) rmSync(join(kept, `graph.sqlite${part}`), { force: true });
  renameSync(join(kept, "snapshots", "copy.sqlite"), join(kept, "graph.sqlite"));
  return groundIn(to, program);
}

const control = (ground: Ground, path: string, body?: object) =>
  fetch(`${ground.tenant.local.url}/_control/${path}`, {
    method: body ? "POST" : "GET",
    ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });

/** The sites of calls seen so far: what was asked, of which list or library, in the order they first came. */
export async function sitesOf(ground: Ground): Promise<readonly string[]> {
  const { calls }: { calls: { site: string }[] } = await (await control(ground, "calls")).json();
  return calls.map(({ site }) => site);
}

/** Reads commit nothing: one of each kind stands for all lists. Writes count list by list. */
export function distinct(sites: readonly string[]): readonly string[] {
  const kindOf = (site: string) => (site.startsWith("GET ") ? site.replace(/ \[.*\]$/, "") : site);
  return sites.filter((site, at) => sites.findIndex((other) => kindOf(other) === kindOf(site)) === at);
}

export type Ending = "done" | "killed" | { readonly failed: string };

/** Runs the program once. With a site it is killed (-9) at its first call there, before or after the commit. */
export async function runOnce(ground: Ground, kill?: { readonly site: string; readonly when: When }): Promise<Ending> {
  const { tenant, dir, out, program } = ground;
  // The shell waits for a line before it becomes the program, so that the kill is set up for its process id first.
  const child = spawn("sh", ["-c", 'read _ && exec node "$@"', "sh", ...program, "--out", out], {
    env: {
      ...process.env,
      DATA_DIR: join(dir, "data"),
      LOCAL_MICROSOFT_365: tenant.local.url,
      LOCAL_SECRET: tenant.secret,
      // What is killed never keeps what it compiled: the first run of all ends by itself and does it for the others.
      NODE_COMPILE_CACHE: join(dirname(dir), "compiled"),
    },
    stdio: ["pipe", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (text) => {
    errors += text;
  });
  const ended = new Promise<Ending>((resolve) => {
    child.on("exit", (code, signal) =>
      resolve(signal === "SIGKILL" ? "killed" : code === 0 ? "done" : { failed: errors.slice(-2000) }),
    );
  });
  if (kill) await control(ground, "kill", { pid: child.pid, ...kill });
  child.stdin.end("go\n");
  const ending = await ended;
  if (kill) await fetch(`${tenant.local.url}/_control/kill`, { method: "DELETE" });
  return ending;
}

/**
 * Kills the program at one site after the other, starting it again each time, and lets it end at last. Answers how many
 * kills struck, and what went wrong in words. `atRest` is called after each, while nothing runs.
 */
export async function killAtEach(
  ground: Ground,
  sites: readonly string[],
  when: When,
  atRest: (site: string) => Promise<void> = async () => undefined,
): Promise<{ struck: readonly string[]; wrong: readonly string[] }> {
  const struck: string[] = [];
  const wrong: string[] = [];
  for (const site of sites) {
    const ending = await runOnce(ground, { site, when });
    await atRest(site);
    if (ending === "killed") struck.push(site);
    else if (ending !== "done") wrong.push(`after ${struck.at(-1)}: ${ending.failed}`);
  }
  const last = await runOnce(ground);
  if (last !== "done") wrong.push(`at the end: ${last === "killed" ? "killed" : last.failed}`);
  return { struck, wrong };
}

/** The manifests that the run copied out, of both editions. */
export const manifestsOf = ({ out }: Ground): readonly string[] =>
  ["commissioner", "internal"].map((edition) => readFileSync(join(out, edition, "pack", "manifest.json"), "utf8"));

/** Every list's keys as SharePoint has them, duplicates and all, by the register's slug. */
export async function keysLeftIn({ tenant }: Ground): Promise<ReadonlyMap<string, readonly string[]>> {
  const token = localGraphToken(demoTenant.tenant, demoTenant.app, tenant.secret, tenant.local.url);
  const client = graphClient(token, new LoopbackTransport(tenant.local.url, demoTenant.host));
  const site = `/sites/${demoTenant.host}:${demoTenant.path}:`;
  const keys = new Map<string, readonly string[]>();
  for (const register of everyList) {
    const { items } = await new List(client, site, listName(register)).changes();
    keys.set(register.slug, items.map(({ fields }) => String(fields.key)).toSorted());
  }
  return keys;
}
