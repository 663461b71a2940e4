import { setTimeout as sleep } from "node:timers/promises";
import type { Context, Middleware } from "@microsoft/microsoft-graph-client";

const RETRIES = 5;
const LONGEST_SECONDS = 180;
const passing: readonly number[] = [429, 503, 504];

/**
 * Sends bytes again after 429, 503 and 504, Retry-After honoured. Microsoft's own RetryHandler leaves every
 * `application/octet-stream` alone, as it might be a stream that is used up; ours are always bytes in memory.
 */
export class RetryBytes implements Middleware {
  #next: Middleware | undefined;

  setNext(next: Middleware): void {
    this.#next = next;
  }

  async execute(context: Context): Promise<void> {
    for (let retry = 0; ; retry++) {
      await this.#next?.execute(context);
      const { response } = context;
      if (!response || retry === RETRIES || !passing.includes(response.status) || !isBytes(context)) return;
      await response.body?.cancel();
      await sleep(1000 * secondsBefore(response, retry));
    }
  }
}

const isBytes = ({ options }: Context): boolean =>
  options?.body instanceof Uint8Array &&
  new Headers(options.headers as HeadersInit | undefined).get("content-type") === "application/octet-stream";

function secondsBefore(response: Response, retry: number): number {
  const told = Number(response.headers.get("retry-after") ?? Number.NaN);
  return Math.min(Number.isFinite(told) ? told : 2 ** retry, LONGEST_SECONDS);
}
