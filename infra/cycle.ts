import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "#api/config.ts";
import { graphClient } from "#api/graph/graph-client.ts";
import { LoopbackTransport } from "#api/graph/loopback-transport.ts";
import { provision } from "#api/graph/provision.ts";
import { localGraphToken } from "#api/identity/graph-token.ts";
import { logTo } from "#api/log.ts";
import { seededIds } from "#api/new-id.ts";
import { localOutside } from "#api/outside.ts";
import { addDays, isDay } from "#domain/day.ts";
import { everyList } from "#domain/registers/index.ts";
import { approve, currentPack } from "./cycle/approve.ts";
import { collect } from "./cycle/collect.ts";
import { define } from "./cycle/define.ts";
import { explain } from "./cycle/explain.ts";
import { improve } from "./cycle/improve.ts";
import { Run, type Step } from "./cycle/run.ts";
import { validate } from "./cycle/validate.ts";
import { demoAsOf } from "./demo/as-of.ts";
import { seed as seedOrganisation } from "./demo/organisation.ts";
import { demoSettings, demoTenant, startDemoTenant } from "./demo-tenant.ts";

/** `npm run cycle -- --in DIR --out DIR [--seed N] [--as-of DAY] [--json]` */
interface Wanted {
  readonly inDir: string;
  readonly outDir: string;
  readonly seed: number;
  readonly asOf: string;
  readonly json: boolean;
  readonly contract: string;
  readonly dataDir: string;
}

function wanted(): Wanted {
  const { values } = parseArgs({
    options: {
      in: { type: "string" },
      out: { type: "string" },
      seed: { type: "string", default: "1" },
      "as-of": { type: "string", default: demoAsOf },
      json: { type: "boolean", default: false },
      contract: { type: "string", default: "westshire" },
    },
  });
  const { in: inDir, out: outDir, "as-of": asOf, contract, json } = values;
  const seed = Number(values.seed);
  const problems = [
    ...(inDir && existsSync(inDir) && statSync(inDir).isDirectory() ? [] : ["--in names a folder with the exports."]),
    ...(outDir ? [] : ["--out names the folder the pack is copied to."]),
    ...(Number.isSafeInteger(seed) ? [] : ["--seed is a whole number."]),
    ...(isDay(asOf) ? [] : ["--as-of is a day such as 2026-10-12."]),
  ];
  if (problems.length > 0 || !inDir || !outDir) {
    console.error(problems.join("\n"));
    process.exit(1);
  }
  const inputs = createHash("sha256")
    .update(JSON.stringify([filesIn(inDir), seed, asOf, contract]))
    .digest("hex");
  const dataDir = process.env.DATA_DIR ?? join(".data", `cycle-${inputs.slice(0, 16)}`);
  return { inDir, outDir, seed, asOf, json, contract, dataDir: resolve(dataDir) };
}

/** What goes in, by name and content: equal inputs go on with the same run if it was cut off. */
const filesIn = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted()
    .map((path) => `${path.slice(dir.length)} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`);

const MINUTE_MS = 60_000;
const FINISHED = "cycle-finished";

async function main(): Promise<void> {
  const asked = wanted();
  if (existsSync(join(asked.dataDir, FINISHED)) && !process.env.LOCAL_MICROSOFT_365)
    rmSync(asked.dataDir, { recursive: true });
  mkdirSync(asked.dataDir, { recursive: true });
  const said: string[] = [];
  const say = (line: string) => {
    said.push(line);
    if (!asked.json) console.log(line);
  };
  const { local, secret, close } = await microsoft365(asked.dataDir);
  const start = Date.parse(`${asked.asOf}T08:00:00.000Z`);
  let now = start;
  const clock = () => new Date(now).toISOString();
  const newId = seededIds(clock, `${asked.seed} ${starts(asked.dataDir)}`);
  const config = readConfig({ ...demoSettings(local, secret), DATA_DIR: asked.dataDir, INSTANCE: "cycle" });
  if ("problems" in config || !config.local) throw new Error("The demo's own settings are incomplete.");
  const outside = await localOutside({ ...config, local: config.local }, logTo("error"), {
    clock,
    newId,
    seed: asked.seed,
  });
  const run = new Run(outside, {
    inDir: asked.inDir,
    cycle: `${asked.contract}-2026-q3`,
    contract: asked.contract,
    say,
  });
  const steps: readonly Step[] = [
    {
      name: "the provider’s registers",
      run: async () => void (await seedOrganisation(outside.store, outside.engine.name)),
    },
    ...define,
    ...collect(asked.inDir),
    ...validate(asked.inDir),
    ...explain,
    ...approve,
    ...improve,
  ];
  for (const [at, step] of steps.entries()) {
    now = start + at * MINUTE_MS;
    await step.run(run);
  }
  await outside.sharePoint.sweep();
  const copied = await copyPack(run, asked.outDir);
  writeFileSync(join(asked.dataDir, FINISHED), clock());
  if (asked.json) console.log(JSON.stringify({ cycle: run.cycle, pack: currentPack(run)?.key, files: copied, said }));
  else
    console.log(
      `The pack is in ${asked.outDir}: ${copied.length} files. The next cycle is due ${addDays(asked.asOf, 92)}.`,
    );
  await close();
}

/** The local Microsoft 365: one of our own, or the one the settings name. */
async function microsoft365(dataDir: string) {
  const { LOCAL_MICROSOFT_365: url, LOCAL_SECRET: given } = process.env;
  const { tenant, provisioner, host, path } = demoTenant;
  const site = `/sites/${host}:${path}:`;
  if (url && given) {
    const provisioning = graphClient(
      localGraphToken(tenant, provisioner, given, url),
      new LoopbackTransport(url, host),
    );
    await provision(provisioning, site, everyList);
    return { local: { url }, secret: given, close: async () => undefined };
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

/** Copies the filed pack out of the library, each edition in its own folder. */
async function copyPack(run: Run, outDir: string): Promise<readonly string[]> {
  const pack = currentPack(run);
  const copied: string[] = [];
  for (const { path, edition } of pack?.files ?? []) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    mkdirSync(join(outDir, edition), { recursive: true });
    writeFileSync(join(outDir, edition, name), await run.outside.files.get("Packs", path));
    copied.push(`${edition}/${name}`);
  }
  return copied;
}

await main();
