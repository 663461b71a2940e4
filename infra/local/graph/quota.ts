import type { Quota } from "@microsoft/microsoft-graph-types";
import type { Ground } from "./call.ts";
import { GraphError } from "./graph-error.ts";

/** A library's room when nobody said otherwise: 25 TiB, as a site collection has. */
const USUAL_TOTAL = 27_487_790_694_400;

const totalOf = (ground: Ground): number =>
  Number(ground.database.one<{ value: string }>("SELECT value FROM meta WHERE key = 'quota'")?.value ?? USUAL_TOTAL);

const usedIn = (ground: Ground, driveId: string): number =>
  ground.database.one<{ used: number }>(
    `SELECT (SELECT coalesce(sum(size), 0) FROM driveItems WHERE driveId = ?1)
          + (SELECT coalesce(sum(size), 0) FROM fileVersions WHERE driveId = ?1) AS used`,
    driveId,
  )?.used ?? 0;

/** Bytes every library may hold; undefined lifts the limit. */
export function setQuota(ground: Ground, total: number | undefined): void {
  if (total === undefined) ground.database.run("DELETE FROM meta WHERE key = 'quota'");
  else ground.database.run("INSERT OR REPLACE INTO meta VALUES ('quota', ?)", String(total));
}

export function quotaOf(ground: Ground, driveId: string): Quota {
  const total = totalOf(ground);
  const used = usedIn(ground, driveId);
  const share = used / Math.max(1, total);
  const state = used >= total ? "exceeded" : share > 0.99 ? "critical" : share > 0.9 ? "nearing" : "normal";
  return { deleted: 0, remaining: Math.max(0, total - used), state, total, used };
}

/** Throws 507 when a library cannot hold so many bytes more. */
export function checkRoom(ground: Ground, driveId: string, bytes: number): void {
  const total = totalOf(ground);
  if (total === USUAL_TOTAL || usedIn(ground, driveId) + bytes <= total) return;
  throw new GraphError(507, "quotaLimitReached", "The storage limit of the library has been reached.");
}
