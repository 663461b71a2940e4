import type { Client } from "@microsoft/microsoft-graph-client";
import { type Pace, realPace } from "./pace.ts";

/** Graph takes no more in one batch. */
export const MOST_IN_A_BATCH = 20;
const TRIES = 8;
const FIRST_WAIT_MS = 500;

/** One call of a batch. They do not depend on each other, and each is done or not by itself. */
export interface BatchCall {
  readonly id: string;
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** After `/v1.0`. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface BatchAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Up to 20 calls in one. The batch as a whole is answered 200 even when calls in it were throttled: those are sent again,
 * after the longest wait any of them was told. A POST answered 503 or 504 may have been carried out, and is not.
 */
export async function batch(
  client: Client,
  calls: readonly BatchCall[],
  pace: Pace = realPace,
): Promise<readonly BatchAnswer[]> {
  if (calls.length > MOST_IN_A_BATCH) throw new RangeError(`A batch holds ${MOST_IN_A_BATCH} calls at most.`);
  const done = new Map<string, BatchAnswer>();
  let left = calls;
  for (let tries = 1; left.length > 0; tries++) {
    const { responses }: { responses: BatchAnswer[] } = await client.api("/$batch").post({ requests: left });
    for (const answer of responses) done.set(answer.id, answer);
    left = left.filter((call) => tries < TRIES && isToRepeat(call, done.get(call.id)));
    if (left.length > 0)
      await pace.wait(
        waitAfter(
          left.map(({ id }) => done.get(id)),
          tries,
        ),
      );
  }
  return calls.flatMap(({ id }) => done.get(id) ?? []);
}

function isToRepeat({ method }: BatchCall, answer: BatchAnswer | undefined): boolean {
  if (answer === undefined) return method !== "POST";
  if (answer.status === 429) return true;
  return method !== "POST" && [502, 503, 504].includes(answer.status);
}

function waitAfter(answers: readonly (BatchAnswer | undefined)[], tries: number): number {
  const told = answers.flatMap((answer) => {
    const named = Object.entries(answer?.headers ?? {}).find(([name]) => name.toLowerCase() === "retry-after");
    const seconds = Number(named?.[1] ?? Number.NaN);
    return Number.isFinite(seconds) ? [seconds * 1000] : [];
  });
  return told.length > 0 ? Math.max(...told) : FIRST_WAIT_MS * 2 ** (tries - 1);
}
