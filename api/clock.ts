import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Instant } from "#domain/day.ts";
import type { Clock } from "#domain/ports.ts";

export const wallClock: Clock = () => new Date().toISOString();

/**
 * The demo's clock: it starts at `from` the first time the data folder is used and goes on from there as real time
 * does, restarts included, so that the demo provider's dates stay true however old the demo gets.
 */
export function demoClock(dataDir: string, from: Instant): Clock {
  const path = join(dataDir, "demo-clock.json");
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(path, JSON.stringify({ schemaVersion: 1, from, began: wallClock() }));
  }
  const kept: { from: Instant; began: Instant } = JSON.parse(readFileSync(path, "utf8"));
  const behind = Date.parse(kept.began) - Date.parse(kept.from);
  return () => new Date(Date.now() - behind).toISOString();
}
