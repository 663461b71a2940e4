import { addDays, type Day } from "#domain/day.ts";
import type { Window } from "./calendar.ts";
import { someDetails, someName } from "./names.ts";
import { type Random, random } from "./random.ts";
import { type DemoService, demoServices } from "./story.ts";

export type Funding = "council" | "nhs" | "joint" | "direct-payment" | "self-funded";

/** A visit that comes round on each of the person's days. */
export interface Call {
  /** Minutes since midnight on the wall clock. */
  readonly start: number;
  readonly minutes: number;
  readonly timeCritical: boolean;
}

export interface CareWorker {
  readonly code: string;
  readonly name: string;
}

/** One person's package of care, and what their plan says. */
export interface CarePackage {
  readonly reference: string;
  readonly service: DemoService;
  /** The person's number: the council's (`WS`, `EM`), or the provider's own (`MB`). */
  readonly person: string;
  /** Name and address: only ever written into `ServiceUserDetails`. */
  readonly details: string;
  readonly funding: Funding;
  readonly contract: "westshire" | "eastmoor" | "";
  readonly start: Day;
  /** Undefined while it goes on. */
  readonly end: Day | undefined;
  readonly weeklyMinutes: number;
  readonly calls: readonly Call[];
  readonly weekdaysOnly: boolean;
  readonly carers: 1 | 2;
  /** The carers this person usually sees. */
  readonly usual: readonly [CareWorker, ...CareWorker[]];
}

/** People supported at a time, at scale 1. */
const places: Readonly<Record<DemoService, number>> = {
  ashdown: 11,
  birchwood: 13,
  coppice: 10,
  dovecote: 5,
  "elm-house": 26,
};

const buys: Readonly<Record<DemoService, readonly ["westshire" | "eastmoor", ...("westshire" | "eastmoor")[]]>> = {
  ashdown: ["westshire"],
  birchwood: ["westshire", "westshire", "eastmoor"],
  coppice: ["eastmoor"],
  dovecote: ["westshire"],
  "elm-house": ["westshire", "eastmoor"],
};

const call = (start: number, minutes: number, timeCritical = false): Call => ({ start, minutes, timeCritical });
const patterns: readonly [readonly Call[], ...(readonly Call[])[]] = [
  [call(510, 45)],
  [call(480, 30, true), call(1080, 30)],
  [call(480, 30, true), call(750, 30), call(1080, 30)],
  [call(495, 45), call(765, 30)],
  [call(450, 45, true), call(720, 30), call(990, 30), call(1230, 30, true)],
];
/** Late evening into the next day, and the small hours: across midnight and both clock changes. */
const nights: readonly Call[] = [call(1350, 105), call(45, 60)];

const prefixes = { westshire: "WS", eastmoor: "EM", "": "MB" } as const;
const towns = { westshire: "Westford WF1 4QT", eastmoor: "Moorby EM3 7HA" } as const;

/** Care workers of a service, about one for every three places. */
export function careWorkers(seed: number, scale: number, service: DemoService): readonly [CareWorker, ...CareWorker[]] {
  const chance = random(seed, "care workers", service);
  const base = 2000 * (demoServices.indexOf(service) + 1);
  const one = (at: number): CareWorker => ({ code: `CW${base * scale + at}`, name: someName(chance) });
  const others = Array.from({ length: Math.ceil((places[service] * scale) / 3) + 3 }, (_, at) => one(at + 1));
  return [one(0), ...others];
}

/**
 * Every package that touches the window, by service and then place; a place that falls free is taken again. The first
 * place of a service is bought by its first council throughout, so that whatever the seed somebody is there.
 */
export function carePackages(seed: number, scale: number, window: Window): readonly CarePackage[] {
  const packages: CarePackage[] = [];
  for (const service of demoServices) {
    const workers = careWorkers(seed, scale, service);
    for (let place = 0; place < places[service] * scale; place += 1) {
      const chance = random(seed, "place", service, place);
      let start = addDays(window.whole.from, -chance.whole(10, 900));
      let end = addDays(window.whole.from, chance.whole(20, 1000) + (place === 0 ? 1000 : 0));
      while (start <= window.whole.to) {
        packages.push(onePackage({ chance, service, place, workers, number: packages.length + 1, start, end, window }));
        start = addDays(end, chance.whole(4, 21));
        end = addDays(start, chance.whole(60, 900));
      }
    }
  }
  return packages;
}

interface Given {
  readonly chance: Random;
  readonly service: DemoService;
  readonly place: number;
  readonly workers: readonly [CareWorker, ...CareWorker[]];
  readonly number: number;
  readonly start: Day;
  readonly end: Day;
  readonly window: Window;
}

function onePackage({ chance, service, place, workers, number, start, end, window }: Given): CarePackage {
  const funding = fundingOf(chance.next(), place);
  const council = place === 0 ? buys[service][0] : chance.pick(buys[service]);
  const contract = funding === "council" || funding === "joint" ? council : "";
  const residential = service === "elm-house";
  const calls = residential ? [] : [...(place % 9 === 4 ? nights : []), ...chance.pick(patterns)].sort(byStart);
  const weekdaysOnly = !residential && chance.chance(0.15);
  const carers = !residential && place % 8 === 3 ? 2 : 1;
  const aDay = calls.reduce((sum, { minutes }) => sum + minutes * carers, 0);
  return {
    reference: `PKG-${String(number).padStart(6, "0")}`,
    service,
    person: `${prefixes[contract]}${100_000 + number}`,
    details: someDetails(chance, towns[council]),
    funding,
    contract,
    start,
    end: end > window.asOf ? undefined : end,
    weeklyMinutes: residential ? 10_080 : aDay * (weekdaysOnly ? 5 : 7),
    calls,
    weekdaysOnly,
    carers,
    usual: threeOf(workers, chance),
  };
}

/** Three different carers; a service has at least four. */
function threeOf(workers: readonly [CareWorker, ...CareWorker[]], chance: Random): CarePackage["usual"] {
  const first = chance.whole(0, workers.length - 1);
  const nth = (after: number) => workers[(first + after) % workers.length] ?? workers[0];
  return [nth(0), nth(1), nth(2)];
}

const byStart = (one: Call, other: Call) => one.start - other.start;

function fundingOf(draw: number, place: number): Funding {
  if (place === 0 || draw < 0.62) return "council";
  if (draw < 0.68) return "joint";
  if (draw < 0.73) return "nhs";
  return draw < 0.83 ? "direct-payment" : "self-funded";
}
