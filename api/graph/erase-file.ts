import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "@microsoft/microsoft-graph-client";
import type { Library } from "#domain/ports.ts";
import { statusOf, unavailable } from "./graph-error.ts";
import { drivePath } from "./odata.ts";

/**
 * Takes a file out of its library and off this machine; gone already is as good. SharePoint keeps it in the site's recycle
 * bin until that is emptied or its 93 days are over.
 */
export async function eraseFile(
  client: Client,
  drive: string,
  { library, path, cacheDir }: { readonly library: Library; readonly path: string; readonly cacheDir: string },
): Promise<void> {
  try {
    await client.api(`${drive}/root:/${drivePath(path)}:`).delete();
  } catch (error) {
    if (statusOf(error) !== 404) throw unavailable("erase file", error);
  }
  await rm(join(cacheDir, library, path), { force: true });
}
