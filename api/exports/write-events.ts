import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TrailEvent } from "#domain/audit/audit-event.ts";
import { readEvent } from "#domain/audit/read-event.ts";
import type { Outside } from "../outside.ts";

/** Writes every event of the trail as a line of its own, chain by chain in order. Answers how many; one chain is in memory at a time. */
export async function writeEvents({ sharePoint }: Pick<Outside, "sharePoint">, out: string): Promise<number> {
  const chains = await mkdtemp(`${out}-chains-`);
  const places = new Map<string, string>();
  let count = 0;
  for await (const page of sharePoint.trail.events()) {
    for (const [chain, events] of Map.groupBy(page, (event) => event.chain)) {
      const place = places.get(chain) ?? join(chains, String(places.size));
      places.set(chain, place);
      await appendFile(place, events.map((event) => `${JSON.stringify(event)}\n`).join(""));
      count += events.length;
    }
  }
  await writeFile(out, "");
  for (const chain of [...places.keys()].toSorted()) {
    const events = (await readFile(places.get(chain) ?? "", "utf8"))
      .split("\n")
      .flatMap((line) => readEvent(line) ?? []);
    await appendFile(
      out,
      events
        .toSorted(inOrder)
        .map((event) => `${JSON.stringify(event)}\n`)
        .join(""),
    );
  }
  await rm(chains, { recursive: true });
  return count;
}

const inOrder = (a: TrailEvent, b: TrailEvent): number => a.sequence - b.sequence;
