import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { foldersOf } from "./folders.ts";

/**
 * Removes what an earlier run that was cut off left behind, which may hold people's data: all work in progress, and halves
 * of what was being kept. A job that goes on fetches its file from SharePoint again and builds anew. Only for the start,
 * before this process does anything.
 */
export async function clearLeftovers({
  workDir,
  keptDir,
}: Pick<ReturnType<typeof foldersOf>, "workDir" | "keptDir">): Promise<void> {
  await rm(workDir, { recursive: true, force: true });
  const kept = await readdir(keptDir).catch((): string[] => []);
  for (const name of kept) if (name.endsWith(".part")) await rm(join(keptDir, name), { force: true });
}
