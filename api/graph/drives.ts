import type { Client } from "@microsoft/microsoft-graph-client";
import { onErrand } from "../errand.ts";
import { everyPage } from "./every-page.ts";
import { isDoubtful } from "./graph-error.ts";
import { type KeptPlace, keep, readKept } from "./kept-file.ts";
import { everyLibrary } from "./provision.ts";
import { WARM_PATIENCE_MS } from "./replicas.ts";

/** Where each library is, by name; as it was known last when SharePoint cannot be asked. Throws when one is missing. */
export async function drivesOf(client: Client, site: string, place: KeptPlace): Promise<ReadonlyMap<string, string>> {
  const drives = new Map(await asked(client, site, place));
  for (const name of everyLibrary) drive(drives, name);
  return drives;
}

type Drive = readonly [name: string, path: string];

async function asked(client: Client, site: string, place: KeptPlace): Promise<readonly Drive[]> {
  const kept = (await readKept(place)) as readonly Drive[] | undefined;
  try {
    const found = await onErrand(kept ? { patience: WARM_PATIENCE_MS } : {}, () =>
      everyPage<{ id: string; name: string }>(client, `${site}/drives`),
    );
    const drives = found.map(({ id, name }): Drive => [name, `/drives/${id}`]);
    await keep(place, drives);
    return drives;
  } catch (error) {
    if (!kept || !isDoubtful(error)) throw error;
    return kept;
  }
}

export function drive(drives: ReadonlyMap<string, string>, name: string): string {
  const found = drives.get(name);
  if (!found) throw new Error(`The site has no library “${name}”. An administrator runs npm run provision first.`);
  return found;
}
