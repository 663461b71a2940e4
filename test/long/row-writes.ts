import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { rowWrites } from "../faults/row-writes-run.ts";
import { hostileKeys } from "./hostile-keys.ts";

/**
 * `npm run long:row-writes [-- --writes N --seed N]`: 10,000 row writes from two processes through 15 % faults and throttling,
 * then 10,000 hostile strings through the filters. Exit 1 when anything was lost, done twice or got out of its filter.
 */
const { values } = parseArgs({
  options: { writes: { type: "string", default: "10000" }, seed: { type: "string" } },
});
const seed = Number(values.seed ?? randomInt(1_000_000));
console.log(`seed ${seed}`);
const { calls, virtualMinutes, acknowledged, ...wrong } = await rowWrites({
  writes: Number(values.writes),
  seed,
  faults: 0.15,
  throttled: true,
});
const faults = {
  ...wrong,
  unacknowledged: Number(values.writes) - acknowledged,
  escaped: await hostileKeys(10_000, seed),
};
console.log(
  `${acknowledged} writes acknowledged in ${calls} calls and ${virtualMinutes.toFixed(0)} minutes of its clock`,
);
console.log(
  Object.entries(faults)
    .map(([name, count]) => `${name} ${count}`)
    .join(", "),
);
if (Object.values(faults).some((count) => count !== 0)) process.exitCode = 1;
