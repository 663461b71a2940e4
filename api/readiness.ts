import type { Files } from "#domain/ports.ts";
import { everyList } from "#domain/registers/index.ts";
import { schemaProblem } from "./graph/schema-version.ts";

/** What `/readyz` says: ready, and why not or what could not be found out, in words. */
export interface Readiness {
  readonly ready: boolean;
  readonly say?: string;
}

const AGAIN_MS = 10_000;

/**
 * Whether the site has what this release needs. Asked until it has, at most every ten seconds: it is only ever added to. While
 * SharePoint cannot be read, pages are served from what is in memory, so that is no reason to take no requests.
 */
export function siteReadiness(files: Files, now: () => number = () => performance.now()): () => Promise<Readiness> {
  let known: Readiness | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (known && (known.ready && !known.say ? true : now() - askedAt < AGAIN_MS)) return known;
    askedAt = now();
    known = await schemaProblem(files, everyList).then(
      (problem): Readiness => (problem === undefined ? { ready: true } : { ready: false, say: problem }),
      (): Readiness => ({
        ready: true,
        say: "SharePoint cannot be read just now; what is shown may be some time old.",
      }),
    );
    return known;
  };
}
