import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoAsOf } from "../../infra/demo/as-of.ts";
import { writeExports } from "../../infra/demo/exports/write-exports.ts";

/** The demo provider's exports of the quarter alone, in a folder of their own: the shortest whole cycle there is. */
export async function quarterOfExports(): Promise<{ readonly dir: string; remove(): void }> {
  const dir = mkdtempSync(join(tmpdir(), "line-of-sight-exports-"));
  await writeExports({ out: dir, seed: 1, scale: 1, asOf: demoAsOf, oneFile: false });
  const before = /-(2025-\d\d|2026-0[1-6])\.csv$/;
  for (const name of readdirSync(dir)) if (before.test(name)) rmSync(join(dir, name));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
