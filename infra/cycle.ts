import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { isDay } from "#domain/day.ts";
import { exportsIn } from "./cycle/collect.ts";
import type { MainJob } from "./cycle/main-job.ts";
import { demoAsOf } from "./demo/as-of.ts";

/** `npm run cycle -- --in DIR --out DIR [--seed N] [--as-of DAY] [--json]` */
interface Wanted extends Omit<MainJob, "say"> {
  readonly json: boolean;
}

const options = {
  in: { type: "string" },
  out: { type: "string" },
  seed: { type: "string", default: "1" },
  "as-of": { type: "string", default: demoAsOf },
  json: { type: "boolean", default: false },
  contract: { type: "string", default: "westshire" },
} as const;

function notBegun(problems: readonly string[]): never {
  console.error(problems.join("\n"));
  process.exit(1);
}

function words() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return notBegun([error instanceof Error ? error.message : String(error)]);
  }
}

function wanted(): Wanted {
  const values = words();
  const { in: inDir, out: outDir, "as-of": asOf, contract, json } = values;
  const seed = Number(values.seed);
  const problems = [
    ...inProblems(inDir),
    ...(outDir ? [] : ["--out names the folder the pack is copied to."]),
    ...(Number.isSafeInteger(seed) ? [] : ["--seed is a whole number."]),
    ...(isDay(asOf) ? [] : ["--as-of is a day such as 2026-10-12."]),
  ];
  if (problems.length > 0 || !inDir || !outDir) return notBegun(problems);
  const inputs = createHash("sha256")
    .update(JSON.stringify([filesIn(inDir), seed, asOf, contract]))
    .digest("hex");
  const dataDir = process.env.DATA_DIR ?? join(".data", `cycle-${inputs.slice(0, 16)}`);
  const { LOCAL_MICROSOFT_365: url, LOCAL_SECRET: secret } = process.env;
  const running = url && secret ? { microsoft365: { url, secret } } : {};
  return { inDir, outDir, seed, asOf, json, contract, dataDir: resolve(dataDir), ...running };
}

function inProblems(dir: string | undefined): readonly string[] {
  if (!dir || !existsSync(dir) || !statSync(dir).isDirectory()) return ["--in names a folder with the exports."];
  return exportsIn(dir).length > 0
    ? []
    : [`There are no exports in ${dir}: --in names a folder with CSV or XLSX files.`];
}

/** What goes in, by name and content: equal inputs go on with the same run if it was cut off. */
const filesIn = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted()
    .map((path) => `${path.slice(dir.length)} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`);

const FINISHED = "cycle-finished";

/** A run that was cut off goes on; one that finished is done again from the start. */
async function main(): Promise<void> {
  const { json, ...asked } = wanted();
  const finished = join(asked.dataDir, FINISHED);
  if (existsSync(finished) && !asked.microsoft365) rmSync(asked.dataDir, { recursive: true });
  const said: string[] = [];
  const say = (line: string) => {
    said.push(line);
    if (!json) console.log(line);
  };
  const { mainJob } = await import("./cycle/main-job.ts");
  const { pack, files } = await mainJob({ ...asked, say });
  writeFileSync(finished, "");
  console.log(json ? JSON.stringify({ pack, files, said }) : `${pack} is in ${asked.outDir}: ${files.length} files.`);
}

await main();
