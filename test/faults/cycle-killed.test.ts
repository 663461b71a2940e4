import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  copyOf,
  distinct,
  type Ground,
  groundIn,
  keysLeftIn,
  killAtEach,
  manifestsOf,
  runOnce,
  sitesOf,
  type When,
} from "../support/killed-run.ts";
import { quarterAlone } from "../support/quarter.ts";

/** Lists in which every attempt leaves a line of its own, and none of them is business. */
const perAttempt = new Set(["audit-trail", "change-feed", "jobs"]);

let folder: string;
let exports: Awaited<ReturnType<typeof quarterAlone>>;
let clean: { readonly manifests: readonly string[]; readonly keys: ReadonlyMap<string, readonly string[]> };
let sites: readonly string[];
const grounds: Ground[] = [];

/** Where the pack is drafted and nobody was asked to sign: the naive compile begins there. */
const SIGNING = "POST /sites/{site-id}/lists/{list-id}/items [register-sign-offs]";
const drafted = Promise.withResolvers<Ground>();

const ground = async (name: string, script: string) => {
  const made = await groundIn(join(folder, name), [script, "--in", exports.dir]);
  grounds.push(made);
  return made;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "line-of-sight-killed-"));
  exports = await quarterAlone();
  const undisturbed = await ground("clean", "infra/cycle.ts");
  expect(await runOnce(undisturbed)).toBe("done");
  clean = { manifests: manifestsOf(undisturbed), keys: await keysLeftIn(undisturbed) };
  sites = distinct(await sitesOf(undisturbed));
}, 120_000);

afterAll(async () => {
  await Promise.all(grounds.map(({ tenant }) => tenant.local.close()));
  exports.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe.concurrent("the main job, killed with -9 at every distinct Graph call site", () => {
  it.each(["before", "after"] as const)(
    "%s the commit, ends with the same manifest and no row twice",
    async (when: When) => {
      const killed = await ground(when, "infra/cycle.ts");
      const atRest = async (site: string) => {
        if (when === "before" && site === SIGNING) drafted.resolve(await copyOf(killed, join(folder, "naive")));
      };
      const { struck, wrong } = await killAtEach(killed, sites, when, atRest).finally(() =>
        drafted.reject(new Error("The run was never brought to where the pack is drafted.")),
      );
      expect(wrong).toEqual([]);
      expect(sites.filter((site) => !struck.includes(site))).toEqual([]);
      expect(manifestsOf(killed)).toEqual(clean.manifests);
      for (const [list, keys] of await keysLeftIn(killed)) {
        expect(new Set(keys).size, `${list} has a row twice`).toBe(keys.length);
        if (!perAttempt.has(list)) expect(keys.length, list).toBe(clean.keys.get(list)?.length);
      }
    },
    600_000,
  );
});

/** A pack, and the row that the naive compile adds each time it runs. */
const UNDISTURBED = 2;

describe.concurrent("the harness", () => {
  it("finds fault with a compile that is written without care", async () => {
    const { tenant, dir, out } = await drafted.promise;
    const naive = { tenant, dir, out, program: ["test/faults/naive-cycle.ts", "--in", exports.dir] };
    grounds.push(naive);
    const filing = sites.filter((site) => /^P.* \[(register-packs|Packs)\]$/.test(site) && !site.startsWith("POST"));
    const { struck } = await killAtEach(naive, filing, "after");
    expect(struck.length).toBeGreaterThan(0);
    const keys = await keysLeftIn(naive);
    expect(keys.get("packs")?.length).toBeGreaterThan(UNDISTURBED);
  }, 600_000);
});
