import type { Pace } from "./pace.ts";

/** Time that passes only when everybody waits for it: the next wait is over as soon as nothing else is to be done. */
export function virtualPace(): Pace {
  let now = 0;
  let waiting: { readonly at: number; readonly over: () => void }[] = [];
  const goOn = () => {
    const next = waiting.toSorted((a, b) => a.at - b.at)[0];
    if (!next) return;
    waiting = waiting.filter((one) => one !== next);
    now = Math.max(now, next.at);
    next.over();
  };
  return {
    now: () => now,
    wait: (milliseconds) =>
      new Promise((over) => {
        waiting.push({ at: now + milliseconds, over });
        setImmediate(goOn);
      }),
  };
}
