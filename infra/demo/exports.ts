import { parseArgs } from "node:util";
import { isDay } from "#domain/day.ts";
import { demoAsOf } from "./as-of.ts";
import { writeExports } from "./exports/write-exports.ts";

/** `npm run demo:exports -- --out DIR [--seed N] [--scale N] [--as-of DAY] [--one-file]` */
const { values } = parseArgs({
  options: {
    out: { type: "string" },
    seed: { type: "string", default: "1" },
    scale: { type: "string", default: "1" },
    "as-of": { type: "string", default: demoAsOf },
    "one-file": { type: "boolean", default: false },
  },
});

const seed = Number(values.seed);
const scale = Number(values.scale);
const wrong = [
  values.out ? "" : "--out DIR is missing: say where to write the files.",
  Number.isInteger(seed) && seed >= 0 ? "" : "--seed must be a whole number, 0 or more.",
  Number.isInteger(scale) && scale >= 1 ? "" : "--scale must be a whole number, 1 or more.",
  isDay(values["as-of"]) ? "" : "--as-of must be a day such as 2026-10-12.",
].filter((say) => say !== "");

if (values.out === undefined || wrong.length > 0) {
  console.error(wrong.join("\n"));
  process.exitCode = 1;
} else {
  const written = writeExports({ out: values.out, seed, scale, asOf: values["as-of"], oneFile: values["one-file"] });
  for (const [name, rows] of Object.entries(written)) console.log(`${name}: ${rows.toLocaleString("en-GB")} rows`);
}
