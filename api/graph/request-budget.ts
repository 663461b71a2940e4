import type { Errand } from "../errand.ts";
import { LongWait } from "./graph-error.ts";
import type { Pace } from "./pace.ts";

/** Request units one process may use, and what of them is for whom. */
export interface BudgetLimits {
  /** Microsoft's limit for one app in a tenant of up to 1,000 licences is 1,250. */
  readonly unitsPerMinute: number;
  /** The most one person may use, so that nobody can use up everybody's. */
  readonly ofOnePerson: number;
  /** The most there may be used when a person asks: half of what is left is for work nobody waits for, the rest for following. */
  readonly ofPeople: number;
  /** The most that work nobody waits for may use. */
  readonly ofBackground: number;
}

export const usualBudget: BudgetLimits = {
  unitsPerMinute: 1250,
  ofOnePerson: 0.25,
  ofPeople: 0.9,
  ofBackground: 0.6,
};

/** Only what Graph itself says counts: on one machine, and for an administrator's own commands. */
export const noLimit: BudgetLimits = { ...usualBudget, unitsPerMinute: Number.POSITIVE_INFINITY };

/** A person is told to come back rather than left waiting longer than this. */
const PERSON_WAITS_MS = 30_000;
const WINDOW_MS = 60_000;
/** Below this share of what Graph says is left, background work stops until Graph counts anew. */
const NEARLY_USED = 0.1;

interface Spent {
  readonly at: number;
  readonly units: number;
  readonly by: string;
}

interface Waiter {
  readonly units: number;
  readonly by: string;
  readonly rank: number;
  readonly until: number;
  go(): void;
  refuse(seconds: number): void;
}

const BACKGROUND = "background";
const FOLLOWING = "following";
const byOf = ({ person, following }: Partial<Errand>) => person ?? (following ? FOLLOWING : BACKGROUND);
const rankOf = ({ person, following }: Partial<Errand>) => (person ? 0 : following ? 1 : 2);

/**
 * Lets calls to Graph through so that the process stays within its units in any minute: people first, each to a share,
 * then following the other processes, then the rest. Slows down when Graph's `RateLimit-*` headers or a 429 say so.
 */
export class RequestBudget {
  readonly #pace: Pace;
  readonly #limits: BudgetLimits;
  #spent: Spent[] = [];
  #waiting: Waiter[] = [];
  /** Nobody calls before this moment. */
  #heldUntil = 0;
  #told = { until: 0, left: 0, limit: 0 };
  #wakes: number | undefined;

  constructor(pace: Pace, limits: BudgetLimits) {
    this.#pace = pace;
    this.#limits = limits;
  }

  /** Resolves when the call may go. Rejects with {@link LongWait} when a person would wait too long. */
  async take(units: number, errand: Partial<Errand> = {}): Promise<void> {
    const [by, rank] = [byOf(errand), rankOf(errand)];
    this.#forget();
    const isAhead = this.#waiting.some((waiter) => waiter.rank < rank || waiter.by === by);
    if (!isAhead && this.#opensIn(by, rank, units) === 0) return this.#spend(by, units);
    const until = rank === 0 ? this.#pace.now() + PERSON_WAITS_MS : Number.POSITIVE_INFINITY;
    await new Promise<void>((go, fail) => {
      this.#waiting.push({ units, by, rank, until, go, refuse: (seconds) => fail(new LongWait(seconds)) });
      this.#waiting.sort((a, b) => a.rank - b.rank);
      this.#letThrough();
    });
  }

  /** Nothing more for so long: Graph said 429, and calls made meanwhile would count against us as well. */
  hold(milliseconds: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, this.#pace.now() + milliseconds);
  }

  /** Takes heed of an answer's `RateLimit-*` headers. Half of what is left is ours: others may be at it too. */
  hear(headers: Headers): void {
    const [limit, remaining, reset] = ["limit", "remaining", "reset"].map((name) =>
      Number(headers.get(`ratelimit-${name}`) ?? Number.NaN),
    );
    if (!limit || remaining === undefined || reset === undefined || Number.isNaN(remaining + reset)) return;
    this.#told = { until: this.#pace.now() + reset * 1000, left: Math.floor(remaining / 2), limit };
  }

  #spend(by: string, units: number): void {
    this.#told.left -= units;
    if (this.#limits.unitsPerMinute !== Number.POSITIVE_INFINITY) this.#spent.push({ at: this.#pace.now(), units, by });
  }

  #forget(): void {
    const gone = this.#spent.findIndex(({ at }) => at > this.#pace.now() - WINDOW_MS);
    this.#spent.splice(0, gone === -1 ? this.#spent.length : gone);
  }

  /** Milliseconds until the call may go, 0 when it may now. */
  #opensIn(by: string, rank: number, units: number): number {
    const now = this.#pace.now();
    if (now < this.#heldUntil) return this.#heldUntil - now;
    const least = rank === 2 ? this.#told.limit * NEARLY_USED : 0;
    if (now < this.#told.until && this.#told.left - units < least) return this.#told.until - now;
    const { unitsPerMinute, ofOnePerson, ofPeople, ofBackground } = this.#limits;
    const own = rank === 0 ? ofOnePerson : rank === 2 ? ofBackground : 1;
    const all = [ofPeople, 1, (ofPeople + 1) / 2][rank] ?? 1;
    const room = (most: number, spent: (each: Spent) => boolean) =>
      this.#roomIn(Math.max(most * unitsPerMinute, units), units, spent);
    return Math.max(
      room(own, (each) => each.by === by),
      room(all, () => true),
    );
  }

  /** How long until so many units fit under `most`, as what was spent falls out of the minute. */
  #roomIn(most: number, units: number, counts: (each: Spent) => boolean): number {
    if (most === Number.POSITIVE_INFINITY) return 0;
    const counted = this.#spent.filter(counts);
    let over = counted.reduce((sum, each) => sum + each.units, units) - most;
    for (const { at, units: back } of counted) {
      if (over <= 0) return 0;
      over -= back;
      if (over <= 0) return at + WINDOW_MS - this.#pace.now();
    }
    return 0;
  }

  #letThrough(): void {
    this.#forget();
    const now = this.#pace.now();
    let next = Number.POSITIVE_INFINITY;
    const left: Waiter[] = [];
    for (const waiter of this.#waiting) {
      const { units, by, rank, until } = waiter;
      const isBehind = left.some((one) => one.by === by);
      const wait = isBehind ? 0 : this.#opensIn(by, rank, units);
      if (now + wait > until) waiter.refuse(Math.ceil(Math.max(wait, 1000) / 1000));
      else if (isBehind || wait > 0) {
        left.push(waiter);
        next = Math.min(next, until - now, isBehind ? Number.POSITIVE_INFINITY : wait);
      } else {
        this.#spend(by, units);
        waiter.go();
      }
    }
    this.#waiting = left;
    if (left.length > 0) this.#wakeIn(Math.max(1, next));
  }

  #wakeIn(milliseconds: number): void {
    const at = this.#pace.now() + milliseconds;
    if (this.#wakes !== undefined && this.#wakes <= at) return;
    this.#wakes = at;
    void this.#pace.wait(milliseconds).then(() => {
      if (this.#wakes !== at) return;
      this.#wakes = undefined;
      this.#letThrough();
    });
  }
}
