import { LineOfSightError } from "#domain/errors.ts";

/** How much is taken from one person, and by one process. Far more than anybody does by hand. */
export interface Limits {
  readonly writesAMinute: number;
  readonly readsAMinute: number;
  /** Requests under way at once: of one person, and of everybody. */
  readonly atOnce: number;
  readonly atOnceOfAll: number;
}

const MINUTE_MS = 60_000;

export const usualLimits: Limits = { writesAMinute: 120, readsAMinute: 1_200, atOnce: 40, atOnceOfAll: 200 };

export interface RateLimit {
  /** Lets a request in and answers how to say that it is over. Throws `too-many` with the seconds to wait. */
  enter(person: string, kind: "read" | "write"): () => void;
}

/** Keeps every person to their limits. `now` in milliseconds, from a clock that never goes back. */
export function rateLimit(limits: Limits = usualLimits, now: () => number = () => performance.now()): RateLimit {
  const buckets = {
    read: bucket(limits.readsAMinute, now),
    write: bucket(limits.writesAMinute, now),
  };
  const underWay = new Map<string, number>();
  let all = 0;
  return {
    enter(person, kind) {
      const own = underWay.get(person) ?? 0;
      if (own >= limits.atOnce) throw tooMany("You have too many requests under way at once.", 1);
      if (all >= limits.atOnceOfAll) throw tooMany("Line of Sight is busier than it can serve just now.", 1);
      const wait = buckets[kind](person);
      if (wait > 0)
        throw tooMany(
          `That is more ${kind === "write" ? "changes" : "reading"} than one person may do in a minute.`,
          wait,
        );
      underWay.set(person, own + 1);
      all += 1;
      return () => {
        const left = (underWay.get(person) ?? 1) - 1;
        if (left > 0) underWay.set(person, left);
        else underWay.delete(person);
        all -= 1;
      };
    },
  };
}

/** Each person's own bucket: takes one and answers 0, or answers the seconds until there is one. Fills up evenly. */
function bucket(aMinute: number, now: () => number): (person: string) => number {
  const fullAgain = new Map<string, number>();
  const each = MINUTE_MS / aMinute;
  return (person) => {
    const at = now();
    const after = Math.max(at, fullAgain.get(person) ?? at) + each;
    const wait = after - at - MINUTE_MS;
    if (wait <= 0) fullAgain.set(person, after);
    return wait <= 0 ? 0 : Math.ceil(wait / 1000);
  };
}

const tooMany = (why: string, seconds: number) =>
  new LineOfSightError(
    "too-many",
    `${why} Nothing was changed. Wait ${seconds === 1 ? "a second" : `${seconds} seconds`} and try again.`,
    { facts: { retryAfter: seconds } },
  );
