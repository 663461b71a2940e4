import { setTimeout as sleep } from "node:timers/promises";

/** Time as the Graph client spends it: injected, so that minutes of throttling are tried in seconds. */
export interface Pace {
  /** Milliseconds from any beginning; never goes back. */
  now(): number;
  /** Resolves that many milliseconds later. */
  wait(milliseconds: number): Promise<void>;
}

export const realPace: Pace = {
  now: () => performance.now(),
  wait: async (milliseconds) => {
    await sleep(milliseconds);
  },
};
