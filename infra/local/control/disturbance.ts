import { GraphError } from "../graph/graph-error.ts";
import type { CallSite, Watch } from "../graph/watch.ts";
import type { Answer } from "../http/answer.ts";

/** A process to be killed at a call site, once, before the request is committed or after. */
export interface Kill {
  readonly pid: number;
  /** A call site's name, as `calls` lists it. */
  readonly site: string;
  readonly when: "before" | "after";
  /** The first matching call is 1. */
  readonly occurrence: number;
  /** Only calls whose body has these words match. */
  readonly containing?: string;
}

/** Answers in place of the real ones. */
export interface Faults {
  /** 0 cuts the connection. */
  readonly status: 0 | 429 | 503 | 504;
  /** How many calls it strikes; without it, a `share` of them. */
  readonly times?: number;
  /** 0 to 1. */
  readonly share?: number;
  /** Seconds told in Retry-After. */
  readonly retryAfter?: number;
  /** Only at this call site. */
  readonly site?: string;
  /** `after`: the request is committed, its answer lost. */
  readonly when: "before" | "after";
  readonly seed: number;
}

/** Where the process is ended: the operating system's kill, replaced in tests. */
export type EndProcess = (pid: number) => void;

const WINDOW_MS = 60_000;
const WARN_AT = 0.8;

const isAt = ({ site, containing = "" }: Kill, { name, body }: CallSite): boolean =>
  name === site && (containing === "" || body?.includes(containing) === true);

/** What is done to clients on demand, and what they called. */
export class Disturbance implements Watch {
  readonly #seen = new Map<string, number>();
  readonly #end: EndProcess;
  readonly #now: () => Date;
  #kill: (Kill & { left: number }) | undefined;
  #faults: Faults | undefined;
  #struck = 0;
  #random = 1;
  #unitsPerMinute: number | undefined;
  #window = { from: 0, units: 0 };

  constructor(end: EndProcess, now: () => Date) {
    this.#end = end;
    this.#now = now;
  }

  calls(): readonly { readonly site: string; readonly count: number }[] {
    return [...this.#seen].map(([site, count]) => ({ site, count }));
  }

  forgetCalls(): void {
    this.#seen.clear();
  }

  setKill(kill: Kill | undefined): void {
    this.#kill = kill && { ...kill, left: kill.occurrence };
  }

  setFaults(faults: Faults | undefined): void {
    this.#faults = faults;
    this.#struck = 0;
    this.#random = (faults?.seed ?? 1) >>> 0;
  }

  /** Undefined lifts the limit. Microsoft's own is 1,250 units a minute for one app in a small tenant. */
  setThrottle(unitsPerMinute: number | undefined): void {
    this.#unitsPerMinute = unitsPerMinute;
    this.#window = { from: 0, units: 0 };
  }

  before(site: CallSite): Answer | undefined {
    this.#seen.set(site.name, (this.#seen.get(site.name) ?? 0) + 1);
    if (this.#kill && isAt(this.#kill, site)) this.#kill.left--;
    return this.#killed(site, "before") ?? this.#throttled(site) ?? this.#fault(site, "before");
  }

  after(site: CallSite): Answer | undefined {
    return this.#killed(site, "after") ?? this.#fault(site, "after");
  }

  #killed(site: CallSite, when: Kill["when"]): Answer | undefined {
    const kill = this.#kill;
    if (!kill || !isAt(kill, site) || kill.when !== when || kill.left > 0) return undefined;
    this.#kill = undefined;
    this.#end(kill.pid);
    return { status: 0, cut: true };
  }

  #throttled({ units }: CallSite): Answer | undefined {
    const limit = this.#unitsPerMinute;
    if (limit === undefined) return undefined;
    const now = this.#now().getTime();
    if (now - this.#window.from >= WINDOW_MS) this.#window = { from: now, units: 0 };
    // Throttled calls count too.
    this.#window.units += units;
    if (this.#window.units <= limit) return undefined;
    throw tooMany(429, Math.ceil((this.#window.from + WINDOW_MS - now) / 1000), this.headers());
  }

  /** `RateLimit-*` headers, shown once four fifths of the units are used. */
  headers(): Readonly<Record<string, string>> {
    const limit = this.#unitsPerMinute;
    if (limit === undefined || this.#window.units < limit * WARN_AT) return {};
    return {
      "ratelimit-limit": String(limit),
      "ratelimit-remaining": String(Math.max(0, limit - this.#window.units)),
      "ratelimit-reset": String(Math.ceil((this.#window.from + WINDOW_MS - this.#now().getTime()) / 1000)),
    };
  }

  #fault(site: CallSite, when: Faults["when"]): Answer | undefined {
    const faults = this.#faults;
    if (!faults || faults.when !== when || (faults.site !== undefined && faults.site !== site.name)) return undefined;
    const strikes = faults.times === undefined ? this.#chance() < (faults.share ?? 0) : this.#struck < faults.times;
    if (!strikes) return undefined;
    this.#struck++;
    if (faults.status === 0) return { status: 0, cut: true };
    throw tooMany(faults.status, faults.retryAfter);
  }

  /** A small seeded generator (Numerical Recipes' linear congruence), so that a run can be repeated. */
  #chance(): number {
    this.#random = (Math.imul(this.#random, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#random / 2 ** 32;
  }
}

const codes = {
  429: ["activityLimitReached", "The request has been throttled"],
  503: ["serviceNotAvailable", "The service is not available"],
  504: ["UnknownError", ""],
} as const;

function tooMany(
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
