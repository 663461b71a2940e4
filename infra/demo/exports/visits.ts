import type { Day } from "#domain/day.ts";
import { clocksGoForward, daysOf, weekday } from "./calendar.ts";
import { type Random, random } from "./random.ts";
import { type DemoService, visitStory } from "./story.ts";
import type { Call, CarePackage, CareWorker } from "./supported-people.ts";

/** One planned visit and what came of it. Times are minutes since midnight on the wall clock. */
export interface Visit {
  readonly day: Day;
  readonly call: Call;
  readonly cancelledBy: "" | "person" | "provider" | "hospital";
  /** The plan said it stood in an earlier version of the record. */
  readonly cancelledLater: boolean;
  /** False when the care system sent no line for it at all. */
  readonly exported: boolean;
  readonly recorded: Recorded | undefined;
  readonly carer: CareWorker;
  /** Second carer of a double-handed visit. */
  readonly second: CareWorker | undefined;
  readonly amended: boolean;
  /** The export holds the line twice. */
  readonly twice: boolean;
}

export interface Recorded {
  readonly start: number;
  readonly minutes: number;
}

/** A recorded start that differs from what the on-call log says. */
export interface Contradiction {
  readonly person: string;
  readonly service: DemoService;
  readonly day: Day;
  readonly call: Call;
  /** What the care system says. */
  readonly recorded: number;
  /** What the on-call log says, and a corrected export. */
  readonly truth: number;
}

interface Month {
  readonly month: string;
  /** 0 to 17. */
  readonly number: number;
  readonly seed: number;
}

/** What happened in one month of a package; the same every time, whichever other months are asked for. */
export function visitsOf(care: CarePackage, { month, number, seed }: Month): readonly Visit[] {
  const chance = random(seed, "visits", care.reference, month);
  const days = daysOf(month).filter((day) => isOn(care, day));
  const inHospital = hospitalStay(chance, days);
  const story = visitStory(care.service, number);
  return days.flatMap((day) => {
    const given = { care, chance, day, story };
    const visits = care.calls.map((call) => oneVisit(given, call, inHospital.has(day)));
    return chance.chance(0.004) ? afterTheNext(chance, visits) : visits;
  });
}

const isOn = ({ start, end, weekdaysOnly }: CarePackage, day: Day): boolean =>
  day >= start && (end === undefined || day <= end) && !(weekdaysOnly && [0, 6].includes(weekday(day)));

function hospitalStay(chance: Random, days: readonly Day[]): ReadonlySet<Day> {
  if (days.length === 0 || !chance.chance(0.02)) return new Set();
  const from = chance.whole(0, days.length - 1);
  return new Set(days.slice(from, from + chance.whole(2, 9)));
}

interface Given {
  readonly care: CarePackage;
  readonly chance: Random;
  readonly day: Day;
  readonly story: ReturnType<typeof visitStory>;
}

function oneVisit({ care, chance, day, story }: Given, call: Call, inHospital: boolean): Visit {
  const cancelledBy = inHospital ? "hospital" : whoCancelled(chance.next());
  const missed = chance.chance(story.missed);
  const night = call.start < 360 || call.start >= 1320;
  const carer = carerOf(care, chance, story.usual);
  const second = care.carers === 2 ? care.usual.find(({ code }) => code !== carer.code) : undefined;
  const late = Math.round(night ? chance.around(1, 8) : chance.around(story.late, 9));
  const minutes = Math.max(5, Math.round(call.minutes * (0.8 + chance.next() * 0.3)));
  const stood = cancelledBy === "" && !missed;
  return {
    day,
    call,
    cancelledBy,
    cancelledLater: cancelledBy !== "" && chance.chance(0.1),
    exported: cancelledBy === "" && !(missed && chance.chance(0.2)),
    recorded: stood ? { start: onTheClock(day, call.start + late), minutes } : undefined,
    carer,
    second,
    amended: chance.chance(0.02),
    twice: chance.chance(0.0006),
  };
}

function whoCancelled(draw: number): Visit["cancelledBy"] {
  if (draw < 0.01) return "person";
  return draw < 0.012 ? "provider" : "";
}

function carerOf({ usual, service }: CarePackage, chance: Random, share: number): CareWorker {
  if (chance.chance(share)) return chance.pick(usual);
  const number = chance.whole(1, 40);
  return { code: `CB${1000 + number}`, name: `Bank carer ${service} ${number}` };
}

/** Within the day, and never in the hour that is not there when the clocks go forward. */
function onTheClock(day: Day, start: number): number {
  const within = Math.min(1439, Math.max(0, start));
  return clocksGoForward(day) && within >= 60 && within < 120 ? 59 : within;
}

/** The first visit of the day happens after the second was due; or the two are carried out as one. */
function afterTheNext(chance: Random, visits: readonly Visit[]): readonly Visit[] {
  const [first, next, ...rest] = visits.filter(({ call }) => call.start >= 360);
  const others = visits.filter(({ call }) => call.start < 360);
  if (!first?.recorded || !next?.recorded) return visits;
  const merged = chance.chance(0.5);
  const start = merged ? next.recorded.start : next.call.start + chance.whole(5, 25);
  const late = {
    ...first,
    recorded: { start, minutes: merged ? Math.ceil(first.call.minutes / 2) : first.call.minutes },
  };
  const after = merged ? next : { ...next, recorded: { ...next.recorded, start: start + first.call.minutes + 5 } };
  return [...others, late, after, ...rest];
}
