import type { Demo } from "./demo.ts";

interface Call {
  readonly site: string;
  readonly count: number;
}

/**
 * What a call costs by Microsoft's list of resource units, with the sites named as the local service names them: a write 2,
 * several things 2, one thing, a delta that goes on from a token, or a download 1, anything about permissions 5.
 */
function unitsOf(site: string): number {
  const [method = "", place = ""] = site.replace(/ \[.*\]$/, "").split(" ");
  if (place.includes("/permissions")) return 5;
  if (method !== "GET") return 2;
  return /\}$|:$|\/(delta|content|fields)$/.test(place) ? 1 : 2;
}

/** The request units that some work cost. Nothing else may run at the time. */
export async function unitsUsed({ graph }: Pick<Demo, "graph">, work: () => Promise<unknown>): Promise<number> {
  await fetch(`${graph}/_control/calls`, { method: "DELETE" });
  await work();
  const { calls }: { calls: readonly Call[] } = await (await fetch(`${graph}/_control/calls`)).json();
  return calls.reduce((sum, { site, count }) => sum + unitsOf(site) * count, 0);
}
