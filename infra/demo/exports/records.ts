import { addDays, type Day } from "#domain/day.ts";
import { daysOf, type Window } from "./calendar.ts";
import { type Random, random } from "./random.ts";
import { type DemoService, demoServices, PLANTED_MONTH, recordStory } from "./story.ts";
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

/** Draws happenings of one kind, month by month and service by service, as many as the story expects. */
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
      const drawn = Array.from({ length: chance.count(expected(service, month) * scale) }, () => {
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
const begun = (prefix: string, { service, person, day }: Happening, at: number): DemoRecord => ({
  reference: numbered(prefix, at),
  version: 1,
  service,
  person,
  day,
});

/** A day that has come by the as-of day, or undefined. */
const byThen = (day: Day, { window }: Making): Day | undefined => (day <= window.asOf ? day : undefined);

export interface Incident extends DemoRecord {
  readonly kind: "fall" | "medication-error" | "near-miss" | "behaviour" | "other";
  readonly harm: "none" | "low" | "moderate" | "severe";
  readonly reported: Day;
  readonly closed: Day | undefined;
}

export function incidents(making: Making): readonly Incident[] {
  const falls = happenings("fall", making, (service, month) => recordStory(service, month).falls);
  const errors = happenings("medication", making, (service, month) => recordStory(service, month).medicationErrors);
  const others = happenings("other", making, (service, month) => recordStory(service, month).otherIncidents);
  const drawn = [
    ...falls.map((each) => ({ ...each, kind: "fall" as const })),
    ...errors.map((each) => ({ ...each, kind: "medication-error" as const })),
    ...others.map((each) => ({
      ...each,
      kind: each.chance.pick<Incident["kind"]>(["near-miss", "near-miss", "behaviour", "other"]),
    })),
  ].sort(byDay);
  return drawn.flatMap((each, at): readonly Incident[] => {
    const { chance, day, kind } = each;
    const first = {
      ...begun("INC", each, at),
      kind,
      harm: harmOf(chance.next(), kind),
      reported: addDays(day, chance.chance(0.15) ? 1 : 0),
      closed: byThen(addDays(day, chance.whole(3, 21)), making),
    };
    return chance.chance(0.04)
      ? [
          { ...first, closed: undefined },
          { ...first, version: 2 },
        ]
      : [first];
  });
}

const byDay = (one: { readonly day: Day }, other: { readonly day: Day }) =>
  one.day < other.day ? -1 : Number(one.day > other.day);

function harmOf(draw: number, kind: Incident["kind"]): Incident["harm"] {
  if (kind === "near-miss" || draw < 0.55) return "none";
  if (draw < 0.87) return "low";
  return draw < 0.985 ? "moderate" : "severe";
}

export interface Complaint extends DemoRecord {
  readonly due: Day;
  readonly answered: Day | undefined;
  readonly theme: "communication" | "missed-or-late" | "staff-attitude" | "quality-of-care" | "other";
  readonly outcome: "upheld" | "partly-upheld" | "not-upheld" | undefined;
}

/** Answers are due 28 days after a complaint arrives; about nine in ten are in time. */
export function complaints(making: Making): readonly Complaint[] {
  const drawn = happenings("complaint", making, (service, month) => recordStory(service, month).complaints);
  return [...drawn].sort(byDay).map((each, at) => {
    const { chance, service, month, day } = each;
    const answered = byThen(addDays(day, chance.chance(0.9) ? chance.whole(6, 27) : chance.whole(30, 41)), making);
    const outcome = chance.pick(["upheld", "partly-upheld", "partly-upheld", "not-upheld"]);
    return {
      ...begun("CMP", each, at),
      due: addDays(day, 28),
      answered,
      theme: chance.chance(recordStory(service, month).aboutTime)
        ? "missed-or-late"
        : chance.pick<Complaint["theme"]>(["communication", "staff-attitude", "quality-of-care", "other"]),
      outcome: answered ? (outcome as Complaint["outcome"]) : undefined,
    };
  });
}

export interface Concern extends DemoRecord {
  /** Minutes since midnight on the wall clock when the provider became aware. */
  readonly aware: number;
  readonly raised: { readonly day: Day; readonly at: number } | undefined;
  readonly category: "neglect" | "physical" | "financial" | "psychological" | "medication" | "other";
  readonly documentsDue: Day;
  readonly documentsDone: Day | undefined;
}

/** Documentation is due seven days after the provider became aware. One at Birchwood is six days late, see the story. */
export function concerns(making: Making): readonly Concern[] {
  const drawn = happenings("concern", making, (service, month) => recordStory(service, month).safeguarding);
  const planted = plantedConcern(making);
  return [...drawn, ...(planted ? [planted] : [])].sort(byDay).map((each, at) => {
    const { chance, day } = each;
    const aware = chance.whole(420, 1260);
    const raised = aware + (chance.chance(0.94) ? chance.whole(20, 900) : chance.whole(1500, 2600));
    const late = each === planted ? 6 : chance.chance(0.95) ? -chance.whole(0, 4) : chance.whole(1, 3);
    return {
      ...begun("SG", each, at),
      aware,
      raised: { day: addDays(day, Math.floor(raised / 1440)), at: raised % 1440 },
      category: chance.pick<Concern["category"]>([
        "neglect",
        "neglect",
        "physical",
        "financial",
        "medication",
        "other",
      ]),
      documentsDue: addDays(day, 7),
      documentsDone: byThen(addDays(day, 7 + late), making),
    };
  });
}

function plantedConcern({ packages, window, seed }: Making): Happening | undefined {
  const day = `${window.months[PLANTED_MONTH]}-11`;
  const someone = packages.find(
    ({ service, contract, start, end }) =>
      service === "birchwood" && contract === "westshire" && start <= day && (end === undefined || end >= day),
  );
  return (
    someone && {
      chance: random(seed, "planted concern"),
      service: "birchwood",
      month: PLANTED_MONTH,
      day,
      person: someone.person,
    }
  );
}

export interface Review extends DemoRecord {
  readonly reviewed: Day | undefined;
  readonly achieved: "yes" | "partly" | "no" | undefined;
}

/** Every package is reviewed six weeks after it starts and then half-yearly. */
export function reviews(making: Making): readonly Review[] {
  const { packages, window, seed } = making;
  const due = packages.flatMap(({ service, person, start, end, reference }) => {
    const chance = random(seed, "reviews", reference);
    const days: Happening[] = [];
    for (let day = addDays(start, 42); day <= window.whole.to && day <= (end ?? day); day = addDays(day, 182))
      if (day >= window.whole.from) days.push({ chance, service, person, month: 0, day });
    return days;
  });
  return due.sort(byDay).map((each, at) => {
    const { chance, day } = each;
    const days = chance.chance(0.9) ? -chance.whole(0, 20) : chance.whole(2, 45);
    const reviewed = chance.chance(0.02) ? undefined : byThen(addDays(day, days), making);
    const achieved = chance.pick<"yes" | "partly" | "no">(["yes", "yes", "yes", "partly", "partly", "no"]);
    return { ...begun("REV", each, at), reviewed, achieved: reviewed ? achieved : undefined };
  });
}

export interface Feedback extends DemoRecord {
  readonly source: "person" | "family" | "professional" | "survey";
  readonly rating: number | undefined;
  readonly about: "timeliness" | "staff" | "communication" | "outcomes" | "other";
}

export function feedback(making: Making): readonly Feedback[] {
  const drawn = happenings("feedback", making, (service, month) => recordStory(service, month).feedback);
  return [...drawn].sort(byDay).map((each, at) => {
    const { chance, service, month } = each;
    const { rating, aboutTime } = recordStory(service, month);
    const stars = Math.round(Math.min(5, Math.max(1, chance.around(rating, 0.8))));
    return {
      ...begun("FB", each, at),
      source: chance.pick<Feedback["source"]>(["person", "person", "family", "family", "professional", "survey"]),
      rating: chance.chance(0.9) ? stars : undefined,
      about: chance.chance(aboutTime)
        ? "timeliness"
        : chance.pick<Feedback["about"]>(["staff", "communication", "outcomes", "other"]),
    };
  });
}
