import { refused } from "./faults.ts";

/** Microsoft's limit for one application in a tenant of up to 1,000 licences. */
export const DOCUMENTED_UNITS = 1250;
const WINDOW_MS = 60_000;
const WARN_AT = 0.8;

interface Window {
  readonly from: number;
  readonly units: number;
}

/** Resource units by the minute, for each application by itself. Calls it refuses count too. */
export class Throttle {
  readonly #now: () => Date;
  readonly #windows = new Map<string, Window>();
  #limit: number | undefined;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Undefined lifts the limit. */
  set(unitsPerMinute: number | undefined): void {
    this.#limit = unitsPerMinute;
    this.#windows.clear();
  }

  /** Counts a call. Throws 429 with Retry-After once the minute's units are used. */
  spend(app: string, units: number): void {
    if (this.#limit === undefined) return;
    const now = this.#now().getTime();
    const open = this.#window(app, now);
    const window = { from: open?.from ?? now, units: (open?.units ?? 0) + units };
    this.#windows.set(app, window);
    if (window.units > this.#limit) throw refused(429, seconds(window, now), this.headers(app));
  }

  /** `RateLimit-*` headers, shown once four fifths of the units are used. */
  headers(app: string): Readonly<Record<string, string>> {
    const limit = this.#limit;
    const now = this.#now().getTime();
    const window = this.#window(app, now);
    if (limit === undefined || !window || window.units < limit * WARN_AT) return {};
    return {
      "ratelimit-limit": String(limit),
      "ratelimit-remaining": String(Math.max(0, limit - window.units)),
      "ratelimit-reset": String(seconds(window, now)),
    };
  }

  #window(app: string, now: number): Window | undefined {
    const window = this.#windows.get(app);
    return window && now - window.from < WINDOW_MS ? window : undefined;
  }
}

/** Until the minute is over. */
const seconds = ({ from }: Window, now: number): number => Math.max(1, Math.ceil((from + WINDOW_MS - now) / 1000));
