import type { Ground } from "./call.ts";

/** Numbers every change, so that delta can tell what came after a token. */
export function nextChange(ground: Ground): number {
  ground.database.run("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'change'");
  return lastChange(ground);
}

export const lastChange = (ground: Ground): number =>
  Number(ground.database.one<{ value: string }>("SELECT value FROM meta WHERE key = 'change'")?.value ?? 0);

/** Changes when everything was reset; tokens of another epoch are stale. */
export const epoch = (ground: Ground): string =>
  ground.database.one<{ value: string }>("SELECT value FROM meta WHERE key = 'epoch'")?.value ?? "";
