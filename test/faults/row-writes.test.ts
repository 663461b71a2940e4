import { randomInt } from "node:crypto";
import { describe, expect, it } from "vitest";
import { rowWrites } from "./row-writes-run.ts";

const seed = randomInt(1_000_000);

describe("two processes that write the same lists", () => {
  it(`lose nothing and do nothing twice in 1,000 writes, 15 % of all calls failing and the rest throttled (seed ${seed})`, async () => {
    const found = await rowWrites({ writes: 1000, seed, faults: 0.15, throttled: true });
    expect(found).toMatchObject({
      acknowledged: 1000,
      lost: 0,
      duplicate: 0,
      lostUpdates: 0,
      madeTwice: 0,
      untold: 0,
      disagree: 0,
      oddities: 0,
    });
    expect(found.calls).toBeGreaterThan(4000);
  }, 180_000);

  it(`are found out when they change without If-Match and make anew what failed (seed ${seed})`, async () => {
    const found = await rowWrites({ writes: 200, seed, faults: 0.15, throttled: false, careless: true });
    expect(found.lostUpdates).toBeGreaterThan(0);
    expect(found.duplicate).toBeGreaterThan(0);
  }, 120_000);
});
