import type { Answer } from "../http/answer.ts";

/** One request as the control endpoint counts it: method, path template, and the list or library it is about. */
export interface CallSite {
  readonly name: string;
  readonly units: number;
  /** The application that calls, where it is known; an address that needs no token tells none. */
  readonly app?: string;
  /** It came within a batch. */
  readonly batched?: boolean;
  /** A batch as a whole: not counted, and struck only where a fault names it. */
  readonly whole?: boolean;
  /** What was sent, where anything was. */
  readonly body?: Buffer;
}

/** What may happen around a request: faults on demand, throttling, a kill before or after it is committed. */
export interface Watch {
  /** An answer given instead of serving it, if any. Throws GraphError for a fault. */
  before(site: CallSite): Answer | undefined;
  /** An answer given instead of the real one, which is already committed. Throws GraphError for a fault. */
  after(site: CallSite): Answer | undefined;
  /** Milliseconds a served answer is to be held back. */
  slow(site: CallSite): number;
  /** Headers every answer to an application carries, such as `RateLimit-*`. */
  headers(app: string): Readonly<Record<string, string>>;
}
