import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readConfig } from "#api/config.ts";
import { provision } from "#api/graph/provision.ts";
import { logTo } from "#api/log.ts";
import { localOutside } from "#api/outside.ts";
import { serve } from "#api/server.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { figures } from "#domain/registers/figures.ts";
import { imports } from "#domain/registers/imports.ts";
import { everyList } from "#domain/registers/index.ts";
import { botFace } from "../../infra/bot-face.ts";
import { exportsIn, importFile } from "../../infra/cycle/collect.ts";
import { Run } from "../../infra/cycle/run.ts";
import { seed } from "../../infra/demo/organisation.ts";
import { demoSettings, demoTenant, provisioningOf, startDemoTenant } from "../../infra/demo-tenant.ts";

/**
 * `npm run long:two-million [-- --scale N --one-file --in DIR]`: two million visits from file to figure, as the product
 * does it, with the local Microsoft 365 in a process of its own so that the memory measured is the importer's alone.
 */
const { values } = parseArgs({
  options: {
    scale: { type: "string", default: "40" },
    "one-file": { type: "boolean", default: false },
    in: { type: "string" },
    "microsoft-365": { type: "string" },
  },
});

const VISITS = 2_000_000;
const PEAK_MB = 900;
const root = join(import.meta.dirname, "..", "..");
const wrong: string[] = [];
const expected = (holds: boolean, say: string) => {
  if (!holds) wrong.push(say);
};
const peakMb = () => Math.round(process.resourceUsage().maxRSS / 1024);
const count = (number: number) => number.toLocaleString("en-GB");

async function timed<T>(doing: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const answer = await work();
  console.log(`${doing}: ${((performance.now() - start) / 1000).toFixed(1)} s, peak so far ${peakMb()} MB`);
  return answer;
}

/** In the other process: the tenant, until it is told to end. */
async function beMicrosoft365(dir: string): Promise<void> {
  const { local, secret } = await startDemoTenant(dir);
  console.log(JSON.stringify({ url: local.url, secret }));
  process.once("SIGTERM", () => void local.close().then(() => process.exit(0)));
}

async function microsoft365(dir: string) {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), "--microsoft-365", dir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface(child.stdout), "line");
  const { url, secret }: { url: string; secret: string } = JSON.parse(line);
  return { local: { url }, secret, end: () => child.kill("SIGTERM") };
}

function exported(dir: string): string {
  const words = ["--out", dir, "--scale", values.scale, ...(values["one-file"] ? ["--one-file"] : [])];
  const { status } = spawnSync(process.execPath, [join(root, "infra", "demo", "exports.ts"), ...words], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error("The exports could not be made.");
  return dir;
}

/** The whole server, as it runs, beside what the import needs of it. */
async function started(dataDir: string, local: { url: string }, secret: string) {
  await provision(provisioningOf(local, secret), `/sites/${demoTenant.host}:${demoTenant.path}:`, everyList);
  const config = readConfig({ ...demoSettings(local, secret), DATA_DIR: dataDir, PORT: "0" });
  if ("problems" in config || !config.local) throw new Error("The demo's settings are incomplete.");
  const outside = await localOutside({ ...config, local: config.local }, logTo("error"));
  await seed(outside.store, outside.engine.name);
  const { face, channel } = botFace(config, outside);
  return {
    outside,
    serving: await serve({ config, outside, tabDir: join(root, "dist", "tab"), faces: [face], channel }),
  };
}

async function importAll(run: Run): Promise<void> {
  for (const file of exportsIn(run.inDir)) await timed(basename(file), () => importFile(run, file));
  const rows = run.rows(imports);
  for (const { fileName, status, scanned = 0, loaded = 0, rejected = 0, skipped = 0 } of rows) {
    expected(status === "accepted", `${fileName} is ${status}`);
    expected(
      scanned === loaded + rejected + skipped,
      `${fileName}: ${scanned} rows are not ${loaded} + ${rejected} + ${skipped}`,
    );
  }
  const total = (of: typeof rows) => of.reduce((sum, { loaded = 0 }) => sum + loaded, 0);
  const visits = total(rows.filter(({ profile }) => profile === "access-adult-visits"));
  expected(visits >= VISITS, `only ${count(visits)} visits were loaded`);
  console.log(`${count(total(rows))} rows loaded from ${rows.length} files, ${count(visits)} of them visits`);
}

async function computeAll(run: Run): Promise<void> {
  for (const { key, contract } of run.rows(cycles)) {
    const manager = run.who("contracts-manager", { contract });
    const { computed } = await timed(`figures of ${key}`, () =>
      run.do<{ computed: number }>(manager, "compute-figures", { cycle: key }),
    );
    expected(computed > 0, `no figure of ${key} was worked out`);
  }
  for (const { name, contract, blockedReason } of run.rows(figures).filter(({ rating }) => rating === "blocked"))
    expected(false, `“${name}” for ${contract} is blocked: ${blockedReason}`);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "line-of-sight-two-million-"));
  const tenant = await microsoft365(join(folder, "tenant"));
  try {
    const inDir = values.in ?? (await timed("demo:exports", async () => exported(join(folder, "exports"))));
    const { outside, serving } = await timed("start", () => started(join(folder, "data"), tenant.local, tenant.secret));
    const run = new Run(outside, { inDir, cycle: "westshire-2026-q3", contract: "westshire", say: console.log });
    const start = performance.now();
    await importAll(run);
    await computeAll(run);
    console.log(`from file to figure: ${((performance.now() - start) / 1000).toFixed(1)} s`);
    await serving.close();
  } finally {
    tenant.end();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`peak memory of the importing process: ${peakMb()} MB of ${PEAK_MB} MB`);
  expected(peakMb() <= PEAK_MB, `it took ${peakMb()} MB`);
  for (const say of wrong) console.error(`WRONG: ${say}`);
  process.exit(wrong.length > 0 ? 1 : 0);
}

await (values["microsoft-365"] ? beMicrosoft365(values["microsoft-365"]) : main());
