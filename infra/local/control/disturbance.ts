import type { CallSite, Watch } from "../graph/watch.ts";
import type { Answer } from "../http/answer.ts";
import { Faults } from "./faults.ts";
import { Throttle } from "./throttle.ts";

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

/** Where the process is ended: the operating system's kill, replaced in tests. */
export type EndProcess = (pid: number) => void;

const isAt = ({ site, containing = "" }: Kill, { name, body }: CallSite): boolean =>
  name === site && (containing === "" || body?.includes(containing) === true);

/** What is done to clients on demand, and what they called. */
export class Disturbance implements Watch {
  readonly faults = new Faults();
  readonly throttle: Throttle;
  readonly #seen = new Map<string, number>();
  readonly #end: EndProcess;
  #kill: (Kill & { left: number }) | undefined;

  constructor(end: EndProcess, now: () => Date) {
    this.#end = end;
    this.throttle = new Throttle(now);
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

  /** Nothing is done to anybody any more. */
  lift(): void {
    this.setKill(undefined);
    this.faults.set([]);
    this.throttle.set(undefined);
  }

  before(site: CallSite): Answer | undefined {
    if (!site.whole) this.#seen.set(site.name, (this.#seen.get(site.name) ?? 0) + 1);
    if (this.#kill && isAt(this.#kill, site)) this.#kill.left--;
    const killed = this.#killed(site, "before");
    if (killed) return killed;
    this.throttle.spend(site.app ?? "", site.units);
    return this.faults.strike(site, "before");
  }

  after(site: CallSite): Answer | undefined {
    return this.#killed(site, "after") ?? this.faults.strike(site, "after");
  }

  slow(site: CallSite): number {
    return this.faults.slow(site);
  }

  headers(app: string): Readonly<Record<string, string>> {
    return this.throttle.headers(app);
  }

  #killed(site: CallSite, when: Kill["when"]): Answer | undefined {
    const kill = this.#kill;
    if (!kill || !isAt(kill, site) || kill.when !== when || kill.left > 0) return undefined;
    this.#kill = undefined;
    this.#end(kill.pid);
    return { status: 0, cut: true };
  }
}
