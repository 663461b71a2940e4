import { standingOf } from "#domain/imports/missing-columns.ts";
import { evidenceMap } from "#domain/registers/evidence-map.ts";
import type { Outside } from "../outside.ts";
import { headingsMissingNow } from "../records/missing-now.ts";

/** Says of every mapped source whether the data in use has the columns it names: broken by itself, whole again by itself. */
export async function standSources({ store }: Pick<Outside, "store">): Promise<void> {
  const lacking = headingsMissingNow(store);
  for (const source of store.all(evidenceMap)) {
    const status = standingOf(source, lacking);
    if (status === source.status) continue;
    const did = status === "broken" ? "source.break" : "source.mend";
    const act = { by: "system", did, from: source.status, to: status } as const;
    await store.change(evidenceMap, source.key, source.etag, { status }, act);
  }
}
