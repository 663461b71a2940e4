import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";
import type { Context, Middleware } from "@microsoft/microsoft-graph-client";
import { type Errand, errandNow } from "../errand.ts";
import { Unanswered } from "./graph-error.ts";
import type { Pace } from "./pace.ts";
import type { RequestBudget } from "./request-budget.ts";
import { requestUnits } from "./request-units.ts";

/** One try that did not succeed, for the log: ids and numbers only. */
export interface Tried {
  readonly event: "graph.again" | "graph.failed";
  readonly reference: string;
  readonly clientRequest: string;
  /** Graph's own id of the call, where it answered. */
  readonly request: string;
  readonly method: string;
  /** 0 when there was no answer. */
  readonly status: number;
}

const TRIES = 9;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** How long a call is tried: a person is told sooner; following is begun again every few seconds; nobody waits for the rest. */
const PATIENCE_MS = { person: 30_000, following: 5_000, background: 600_000 };
/** What a person waits when nothing answers at all. */
const OUT_OF_REACH_MS = 8_000;
/** Real time, not the injected one: until the first byte of an answer. */
const SILENCE_MS = 60_000;
const passing: readonly number[] = [429, 502, 503, 504];

/**
 * Sends each call when the budget lets it, with ids of its own, and again after what passes: 429 always; 502, 503, 504 and
 * lost connections only where doing it twice is doing it once. A POST that makes something is not: Graph may have made it.
 */
export class Retrying implements Middleware {
  readonly #pace: Pace;
  readonly #budget: RequestBudget;
  readonly #tell: (tried: Tried) => void;
  #next: Middleware | undefined;

  constructor(pace: Pace, budget: RequestBudget, tell: (tried: Tried) => void) {
    this.#pace = pace;
    this.#budget = budget;
    this.#tell = tell;
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    const { request, options = {} } = context;
    const { url, method } = callOf(context);
    const errand = errandNow() ?? { reference: randomUUID() };
    const began = this.#pace.now();
    for (let tries = 1; ; tries++) {
      const clientRequest = randomUUID();
      const headers = { ...(options.headers as Record<string, string>), ...idHeaders(clientRequest, errand.reference) };
      context.request = request;
      context.options = { ...options, headers };
      delete context.response;
      await this.#budget.take(requestUnits(method, url, options.body), errand);
      const { response, lost } = await this.#send(context, url);
      const status = response?.status ?? 0;
      if (status >= 200 && status < 400) return;
      const wait = this.#waitAfter(response, tries);
      const again =
        mayRepeat(method, url, headers, status) &&
        tries < TRIES &&
        this.#pace.now() + wait <= began + patienceOf(errand, status);
      this.#told(again, { reference: errand.reference, clientRequest, method, status }, response);
      if (!again && !response) throw new Unanswered(clientRequest, lost);
      if (!again) return;
      if (response?.bodyUsed === false) await response.body?.cancel();
      await this.#pace.wait(wait);
    }
  }

  /** The answer, whatever it says, and all of it if it is JSON; else why there is none. */
  async #send(
    context: Context,
    url: string,
  ): Promise<{ readonly response?: Response | undefined; readonly lost?: unknown }> {
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(), SILENCE_MS);
    try {
      context.options = { ...context.options, signal: silence.signal };
      await this.#next?.execute(context);
      if (context.response) this.#budget.hear(context.response.headers);
      if (isGraphJson(url, context.response)) await readWhole(context.response);
      return { response: context.response };
    } catch (lost) {
      if (!isLostConnection(lost)) throw lost;
      return { lost };
    } finally {
      clearTimeout(timer);
    }
  }

  /** Graph's own word, or twice as long each time with some chance in it. A 429 stops the whole process for so long. */
  #waitAfter(response: Response | undefined, tries: number): number {
    const most = Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS);
    const told = Number(response?.headers.get("retry-after") ?? Number.NaN) * 1000;
    const wait = Number.isFinite(told) ? told : randomInt(most / 2, most);
    if (response?.status === 429) this.#budget.hold(wait);
    return wait;
  }

  #told(again: boolean, call: Omit<Tried, "event" | "request">, response: Response | undefined): void {
    if (!again && !passing.includes(call.status) && call.status !== 0) return;
    const request = response?.headers.get("request-id") ?? "";
    this.#tell({ event: again ? "graph.again" : "graph.failed", request, ...call });
  }
}

const callOf = ({ request, options }: Context) => ({
  url: typeof request === "string" ? request : request.url,
  method: (options?.method ?? "GET").toUpperCase(),
});

function patienceOf({ person, following, patience }: Errand, status: number): number {
  const usual = PATIENCE_MS[person ? "person" : following ? "following" : "background"];
  return Math.min(patience ?? usual, person && status === 0 ? OUT_OF_REACH_MS : usual);
}

/** A new id for each try, one trace for each request of ours (W3C Trace Context). */
const idHeaders = (clientRequest: string, reference: string) => ({
  "client-request-id": clientRequest,
  "return-client-request-id": "true",
  traceparent: `00-${createHash("sha256").update(reference).digest("hex").slice(0, 32)}-${randomBytes(8).toString("hex")}-01`,
});

function mayRepeat(method: string, url: string, headers: Readonly<Record<string, string>>, status: number): boolean {
  if (status === 429) return true;
  if (status !== 0 && !passing.includes(status)) return false;
  if (method === "POST") return url.endsWith("/createUploadSession");
  // A slice whose answer is lost may be there: the upload asks which is next.
  return !(status === 0 && Object.keys(headers).some((name) => name.toLowerCase() === "content-range"));
}

/** `fetch` throws a TypeError with a cause, or an abort; half an answer is no JSON; anything else is a fault of ours or of signing in. */
const isLostConnection = (error: unknown): boolean =>
  error instanceof Error &&
  (error instanceof SyntaxError ||
    (error instanceof TypeError && (error.cause !== undefined || error.message === "terminated")) ||
    error.name === "AbortError" ||
    error.name === "TimeoutError");

/** An answer of Graph itself, which is JSON; what it hands out of files is not, whatever they hold. */
const isGraphJson = (url: string, response: Response | undefined): response is Response =>
  response?.headers.get("content-type")?.includes("application/json") === true &&
  new URL(url).host === "graph.microsoft.com" &&
  !/\/content(?:\?|$)/.test(url);

/** Reads the answer now, so that a connection cut in the middle of it shows here, and hands it to whoever asks. */
async function readWhole(response: Response): Promise<void> {
  const body: unknown = await response.json();
  Object.defineProperty(response, "json", { value: async () => body });
}
