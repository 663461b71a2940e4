import { GraphError } from "../graph/graph-error.ts";
import type { CallSite } from "../graph/watch.ts";
import type { Answer } from "../http/answer.ts";

/** What is done to some of the calls, on demand. */
export interface Fault {
  /** Answered in place of the real answer; 0 cuts the connection. Without it the answer is only slow. */
  readonly status?: 0 | 429 | 503 | 504;
  /** How long the answer is held back, in milliseconds. */
  readonly slowMs?: number;
  /** How many calls it strikes; with a share, at most so many. */
  readonly times?: number;
  /** 0 to 1: it strikes this share of the calls. */
  readonly share?: number;
  /** Seconds told in Retry-After. */
  readonly retryAfter?: number;
  /** Only at call sites of this name, in which `*` stands for anything. `POST /$batch` is a batch as a whole. */
  readonly site?: string;
  /** `batch`: only requests within a batch; `alone`: only others. */
  readonly within?: "batch" | "alone";
  /** `after`: the request is committed, its answer lost. */
  readonly when: "before" | "after";
  readonly seed: number;
}

const isAt = (pattern: string, name: string): boolean =>
  new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, "\\$&"))
      .join(".*")}$`,
  ).test(name);

/** One fault and how often it has struck. */
class Striking {
  readonly fault: Fault;
  #struck = 0;
  #random: number;

  constructor(fault: Fault) {
    this.fault = fault;
    this.#random = fault.seed >>> 0;
  }

  /** Is this call one of those it strikes? Counts it. */
  strikes(site: CallSite): boolean {
    const { times = Number.POSITIVE_INFINITY, share = 1, site: pattern, within } = this.fault;
    if (pattern === undefined ? site.whole === true : !isAt(pattern, site.name)) return false;
    if (within !== undefined && (within === "batch") !== (site.batched === true)) return false;
    if (this.#struck >= times || (share < 1 && this.#chance() >= share)) return false;
    this.#struck++;
    return true;
  }

  /** A small seeded generator (Numerical Recipes' linear congruence), so that a run can be repeated. */
  #chance(): number {
    this.#random = (Math.imul(this.#random, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#random / 2 ** 32;
  }
}

/** Faults told to strike, the first that does wins. */
export class Faults {
  #all: readonly Striking[] = [];

  set(faults: readonly Fault[]): void {
    this.#all = faults.map((fault) => new Striking(fault));
  }

  /** The answer given in place of the real one. Throws GraphError for a status. */
  strike(site: CallSite, when: Fault["when"]): Answer | undefined {
    const found = this.#all.find(
      (one) => one.fault.status !== undefined && one.fault.when === when && one.strikes(site),
    );
    if (!found) return undefined;
    const { status, retryAfter } = found.fault;
    if (status === undefined || status === 0) return { status: 0, cut: true };
    throw refused(status, retryAfter);
  }

  /** Milliseconds the answer is to wait. */
  slow(site: CallSite): number {
    const slow = this.#all.filter((one) => one.fault.status === undefined && one.strikes(site));
    return slow.reduce((sum, { fault }) => sum + (fault.slowMs ?? 0), 0);
  }
}

const codes = {
  429: ["activityLimitReached", "The request has been throttled"],
  503: ["serviceNotAvailable", "The service is not available"],
  504: ["UnknownError", ""],
} as const;

/** A refusal for now, with the seconds to wait where they are known. */
export function refused(
  status: 429 | 503 | 504,
  retryAfter?: number,
  more: Readonly<Record<string, string>> = {},
): GraphError {
  const [code, message] = codes[status];
  return new GraphError(status, code, message, {
    ...(retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }),
    ...more,
  });
}
