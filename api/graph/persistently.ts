import { setTimeout as sleep } from "node:timers/promises";
import { statusOf } from "./graph-error.ts";

const WAITS_MS = [500, 1000, 2000, 4000, 8000];

/**
 * Does the work again, a little later each time, while there is no answer at all: a lost connection. What Graph did
 * answer is thrown as it is. `again` tells the work that it was begun before.
 */
export async function persistently<T>(work: (again: boolean) => Promise<T>): Promise<T> {
  for (const [at, wait] of WAITS_MS.entries()) {
    try {
      return await work(at > 0);
    } catch (error) {
      if (statusOf(error) !== 0) throw error;
      await sleep(wait);
    }
  }
  return work(true);
}
