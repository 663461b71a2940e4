import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  distinct,
  type Ground,
  groundIn,
  killAtEach,
  leftBy,
  runOnce,
  sitesOf,
  type When,
} from "../support/killed-run.ts";
import { quarterOfExports } from "../support/quarter.ts";

/** Lists in which every attempt leaves a line of its own, and none of them is business. */
const perAttempt = new Set(["audit-trail", "change-feed", "jobs"]);

let folder: string;
let exports: Awaited<ReturnType<typeof quarterOfExports>>;
let clean: Awaited<ReturnType<typeof leftBy>>;
let sites: readonly string[];
const grounds: Ground[] = [];

const ground = async (name: string, script: string) => {
  const made = await groundIn(join(folder, name), [script, "--in", exports.dir]);
  grounds.push(made);
  return made;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "line-of-sight-killed-"));
  exports = await quarterOfExports();
  const undisturbed = await ground("clean", "infra/cycle.ts");
  expect(await runOnce(undisturbed)).toBe("done");
  clean = await leftBy(undisturbed);
  sites = distinct(await sitesOf(undisturbed));
}, 120_000);

afterAll(async () => {
  await Promise.all(grounds.map(({ tenant }) => tenant.local.close()));
  exports.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe("the main job, killed with -9 at every distinct Graph call site", () => {
  it.concurrent.each(["before", "after"] as const)(
    "%s the commit, ends with the same manifest and no row twice",
    async (when: When) => {
      const killed = await ground(when, "infra/cycle.ts");
      const { struck, wrong } = await killAtEach(killed, sites, when);
      expect(wrong).toEqual([]);
      expect(sites.filter((site) => !struck.includes(site))).toEqual([]);
      const left = await leftBy(killed);
      expect(left.manifests).toEqual(clean.manifests);
      for (const [list, keys] of left.keys) {
        expect(new Set(keys).size, `${list} has a row twice`).toBe(keys.length);
        if (!perAttempt.has(list)) expect(keys.length, list).toBe(clean.keys.get(list)?.length);
      }
    },
    600_000,
  );
});

describe("the harness", () => {
  it("finds fault with a compile that is written without care", async () => {
    const naive = await ground("naive", "test/faults/naive-cycle.ts");
    const { struck } = await killAtEach(
      naive,
      sites.filter((site) => /\[(register-packs|Packs)\]/.test(site) && !site.startsWith("GET ")),
      "after",
    );
    expect(struck.length).toBeGreaterThan(0);
    const { keys } = await leftBy(naive).catch(() => ({ keys: new Map<string, readonly string[]>() }));
    expect(keys.get("packs")?.length).not.toBe(clean.keys.get("packs")?.length);
  }, 240_000);
});
