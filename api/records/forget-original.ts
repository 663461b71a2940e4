import { rm } from "node:fs/promises";
import type { Outside } from "../outside.ts";
import { waitingPlace } from "./original.ts";

/** Removes what this machine still has of an original: as it was uploaded, unpacked and packed. */
export async function forgetOriginal(outside: Pick<Outside, "workDir">, fileHash: string): Promise<void> {
  const local = waitingPlace(outside, fileHash);
  for (const path of [local, `${local}.gz`, `${local}.part`]) await rm(path, { force: true });
}
