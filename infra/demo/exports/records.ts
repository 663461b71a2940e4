import type { Day } from "#domain/day.ts";
import { daysOf, type Window } from "./calendar.ts";
import { type Random, random } from "./random.ts";
import { type DemoService, demoServices } from "./story.ts";
import type { CarePackage } from "./supported-people.ts";

/** What all the provider's smaller records have. Days are ISO; `undefined` is “not yet”. */
export interface DemoRecord {
  readonly reference: string;
  readonly version: number;
  readonly service: DemoService;
  readonly person: string;
  /** The day it belongs to. */
  readonly day: Day;
}

export interface Making {
  readonly packages: readonly CarePackage[];
  readonly window: Window;
  readonly seed: number;
  readonly scale: number;
}

/** One happening to draw a record for: which service and month, and somebody supported there on a day of it. */
export interface Happening {
  readonly chance: Random;
  readonly service: DemoService;
  readonly month: number;
  readonly day: Day;
  readonly person: string;
}

/**
 * Draws happenings of one kind, month by month and service by service, as many as the story expects; at least one in the
 * last month, so that every file reaches the end of the quarter.
 */
export function happenings(
  kind: string,
  { packages, window, seed, scale }: Making,
  expected: (service: DemoService, month: number) => number,
): readonly Happening[] {
  return window.months.flatMap((name, month) => {
    const days = daysOf(name);
    return demoServices.flatMap((service) => {
      const chance = random(seed, kind, service, name);
      const there = packages.filter((each) => each.service === service);
      const atLeast = service === "ashdown" && name === window.months.at(-1) ? 1 : 0;
      const many = Math.max(atLeast, chance.count(expected(service, month) * scale));
      const drawn = Array.from({ length: many }, () => {
        const day = days[chance.whole(0, days.length - 1)] ?? window.whole.from;
        const [someone, ...others] = there.filter(
          ({ start, end }) => start <= day && (end === undefined || end >= day),
        );
        return someone && { chance, service, month, day, person: chance.pick([someone, ...others]).person };
      });
      return drawn.filter((each) => each !== undefined).sort((one, other) => (one.day < other.day ? -1 : 1));
    });
  });
}

const numbered = (prefix: string, at: number) => `${prefix}-${String(at + 1).padStart(6, "0")}`;
/** What a record begins with; `at` is its place among its kind. */
export const begun = (prefix: string, { service, person, day }: Happening, at: number): DemoRecord => ({
  reference: numbered(prefix, at),
  version: 1,
  service,
  person,
  day,
});

/** A day that has come by the as-of day, or undefined. */
export const byThen = (day: Day, { window }: Making): Day | undefined => (day <= window.asOf ? day : undefined);

/** Earliest first. */
export const byDay = (one: { readonly day: Day }, other: { readonly day: Day }) =>
  one.day < other.day ? -1 : Number(one.day > other.day);
