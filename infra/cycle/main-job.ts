import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { readConfig } from "#api/config.ts";
import { provision } from "#api/graph/provision.ts";
import { standFigures } from "#api/jobs/stand-figures.ts";
import { logTo } from "#api/log.ts";
import { seededIds } from "#api/new-id.ts";
import { localOutside } from "#api/outside.ts";
import { everyList } from "#domain/registers/index.ts";
import { seed as seedOrganisation } from "../demo/organisation.ts";
import { demoSettings, demoTenant, provisioningOf, startDemoTenant } from "../demo-tenant.ts";
import { approve, currentPack } from "./approve.ts";
import { collect } from "./collect.ts";
import { define } from "./define.ts";
import { explain } from "./explain.ts";
import { improve } from "./improve.ts";
import { Run, type Step } from "./run.ts";
import { validate } from "./validate.ts";

export interface MainJob {
  readonly inDir: string;
  readonly outDir: string;
  readonly seed: number;
  /** The London day the run begins on, at eight in the morning; each step is a minute later than the one before. */
  readonly asOf: string;
  readonly contract: string;
  readonly dataDir: string;
  /** A local Microsoft 365 that runs already; without it the run brings its own. */
  readonly microsoft365?: { readonly url: string; readonly secret: string };
  readonly say: (line: string) => void;
  /** Steps of the approval that are done another way: tests of what goes wrong then. */
  readonly instead?: Readonly<Record<string, Step>>;
}

const MINUTE_MS = 60_000;

/** Does the whole main job, or goes on with it. Answers the files of the pack it copied to `outDir`. */
export async function mainJob(asked: MainJob): Promise<{ readonly pack: string; readonly files: readonly string[] }> {
  mkdirSync(asked.dataDir, { recursive: true });
  const { local, secret, close } = await microsoft365(asked);
  let now = Date.parse(`${asked.asOf}T08:00:00.000Z`);
  const start = now;
  const clock = () => new Date(now).toISOString();
  const newId = seededIds(clock, `${asked.seed} ${starts(asked.dataDir)}`);
  const config = readConfig({ ...demoSettings(local, secret), DATA_DIR: asked.dataDir, INSTANCE: "cycle" });
  if ("problems" in config || !config.local) throw new Error("The demo's own settings are incomplete.");
  const outside = await localOutside({ ...config, local: config.local }, logTo("error"), {
    clock,
    newId,
    seed: asked.seed,
  });
  const { inDir, contract, say } = asked;
  const run = new Run(outside, { inDir, cycle: `${contract}-2026-q3`, contract, say });
  for (const [at, step] of stepsOf(asked, run).entries()) {
    now = start + at * MINUTE_MS;
    await (asked.instead?.[step.name] ?? step).run(run);
    await standFigures(outside);
  }
  await outside.sharePoint.sweep();
  const files = await copyPack(run, asked.outDir);
  await close();
  return { pack: currentPack(run)?.key ?? "", files };
}

const stepsOf = ({ inDir }: MainJob, { outside }: Run): readonly Step[] => [
  {
    name: "the provider’s registers",
    run: async () => void (await seedOrganisation(outside.store, outside.engine.name)),
  },
  ...define,
  ...collect(inDir),
  ...validate(inDir),
  ...explain,
  ...approve,
  ...improve,
];

/** The local Microsoft 365: one of our own, or the one the settings name. */
async function microsoft365({ dataDir, microsoft365: running }: MainJob) {
  const { host, path } = demoTenant;
  const site = `/sites/${host}:${path}:`;
  if (running) {
    const { url, secret } = running;
    await provision(provisioningOf(running, secret), site, everyList);
    return { local: { url }, secret, close: async () => undefined };
  }
  const { local, secret, provisioning } = await startDemoTenant(dataDir);
  await provision(provisioning, site, everyList);
  return { local, secret, close: () => local.close() };
}

/** How often this run was started: ids made after a restart must not repeat those made before. */
function starts(dataDir: string): number {
  const path = join(dataDir, "starts");
  const count = existsSync(path) ? Number(readFileSync(path, "utf8")) + 1 : 1;
  writeFileSync(path, String(count));
  return count;
}

/** Copies the filed pack out of the library: each edition's zip with its signature, and the folder it unpacks to. */
async function copyPack(run: Run, outDir: string): Promise<readonly string[]> {
  const copied: string[] = [];
  const copy = (name: string, bytes: Uint8Array) => {
    mkdirSync(dirname(join(outDir, name)), { recursive: true });
    writeFileSync(join(outDir, name), bytes);
    copied.push(name);
  };
  for (const { path, edition } of currentPack(run)?.files ?? []) {
    const name = basename(path);
    if (name !== "pack.zip" && name !== "pack.zip.sig") continue;
    const bytes = await run.outside.files.get("Packs", path);
    copy(`${edition}/${name}`, bytes);
    if (name === "pack.zip")
      for (const [inside, content] of Object.entries(unzipSync(bytes))) copy(`${edition}/pack/${inside}`, content);
  }
  return copied;
}
