import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Benchmark } from "./benchmark.ts";

/** `npm run bench [-- --only NAME] [--json]`: ours and the peer in turn, three runs, medians; exit 1 over a limit. */
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    json: { type: "boolean", default: false },
    measure: { type: "string" },
    side: { type: "string" },
    input: { type: "string", default: "" },
    out: { type: "string", default: "" },
  },
});

interface Run {
  readonly seconds: number;
  readonly peakMb: number;
  readonly proof: string;
}

interface Line {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peer: string;
  readonly peerValue: number;
  readonly ratio: number;
  readonly limit: number;
}

const RUNS = 3;
const notBenchmarks = ["main.ts", "benchmark.ts"];
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !notBenchmarks.includes(file))
  .map((file) => file.slice(0, -3));

const load = async (name: string): Promise<Benchmark> =>
  ((await import(`./${name}.ts`)) as { benchmark: Benchmark }).benchmark;

/** In the measured process: does one side once and says what it took. */
async function measure(name: string): Promise<void> {
  const benchmark = await load(name);
  const side = values.side === "ours" ? "ours" : "theirs";
  const begun = await benchmark.begin?.(values.input, side);
  const start = performance.now();
  await benchmark[side](values.input, values.out, begun);
  const seconds = (performance.now() - start) / 1000;
  const peakMb = process.resourceUsage().maxRSS / 1024;
  await benchmark.end?.(begun);
  console.log(JSON.stringify({ seconds, peakMb, proof: await benchmark.proof(values.out) } satisfies Run));
}

function once(name: string, side: "ours" | "theirs", input: string, folder: string): Run {
  const out = join(folder, side);
  mkdirSync(out, { recursive: true });
  const words = ["--measure", name, "--side", side, "--input", input, "--out", out];
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...words], {
    encoding: "utf8",
  });
  rmSync(out, { recursive: true });
  if (status !== 0) throw new Error(`${name}, ${side}: ${stderr}`);
  return JSON.parse(stdout) as Run;
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
const round = (value: number): number => Math.round(value * 100) / 100;

async function bench(name: string): Promise<readonly Line[]> {
  const benchmark = await load(name);
  const folder = mkdtempSync(join(tmpdir(), "line-of-sight-bench-"));
  try {
    const input = await benchmark.prepare(folder);
    const runs = Array.from({ length: RUNS }, () => ({
      ours: once(name, "ours", input, folder),
      theirs: once(name, "theirs", input, folder),
    }));
    const proofs = new Set(runs.flatMap(({ ours, theirs }) => [ours.proof, theirs.proof]));
    if (proofs.size !== 1)
      throw new Error(`${name}: ours and the peer wrote different things: ${[...proofs].join(", ")}`);
    const [value, peerValue] = [
      median(runs.map(({ ours }) => ours.seconds)),
      median(runs.map(({ theirs }) => theirs.seconds)),
    ];
    const peak = Math.max(...runs.map(({ ours }) => ours.peakMb));
    const { peer, limit, peakMb } = benchmark;
    return [
      {
        name,
        value: round(value),
        unit: "s",
        peer,
        peerValue: round(peerValue),
        ratio: round(value / peerValue),
        limit,
      },
      ...(peakMb
        ? [
            {
              name: `${name}-memory`,
              value: round(peak),
              unit: "MB",
              peer: "the memory allowed",
              peerValue: peakMb,
              ratio: round(peak / peakMb),
              limit: 1,
            },
          ]
        : []),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function show({ name, value, unit, peer, peerValue, ratio, limit }: Line): string {
  return `${name}: ${value} ${unit}, ${peer}: ${peerValue} ${unit}, ratio ${ratio}, limit ${limit}${ratio > limit ? " — OVER" : ""}`;
}

async function main(): Promise<void> {
  const chosen = names.filter((name) => values.only === undefined || name === values.only);
  if (chosen.length === 0) throw new Error(`There is no benchmark “${values.only}”; there are ${names.join(", ")}.`);
  for (const name of chosen)
    for (const line of await bench(name)) {
      console.log(values.json ? JSON.stringify(line) : show(line));
      if (line.ratio > line.limit) process.exitCode = 1;
    }
}

await (values.measure ? measure(values.measure) : main());
