import { addDays, type Day } from "#domain/day.ts";
import { monthPeriod, monthsOf, type Period } from "#domain/period.ts";

/** Months of history before the reported quarter. */
const HISTORY_MONTHS = 15;

/** What the exports cover: the last full quarter before the as-of day, and the months before it. */
export interface Window {
  readonly asOf: Day;
  readonly quarter: Period;
  readonly whole: Period;
  /** `YYYY-MM`, 18 of them; the last three are the quarter. */
  readonly months: readonly string[];
}

export function windowFor(asOf: Day): Window {
  const year = Number(asOf.slice(0, 4));
  const month = Number(asOf.slice(5, 7)) - 1;
  const startOf = (back: number) =>
    new Date(Date.UTC(year, Math.floor(month / 3) * 3 - back, 1)).toISOString().slice(0, 10);
  const to = addDays(startOf(0), -1);
  const whole = { from: startOf(3 + HISTORY_MONTHS), to };
  return { asOf, quarter: { from: startOf(3), to }, whole, months: monthsOf(whole) };
}

/** `2026-08-03` → `03/08/2026`. */
export const slashed = (day: Day): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** There are a few hundred days and millions of lines: what is worked out from a day is worked out once. */
function once<T>(workOut: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = workOut(text);
    known.set(text, made);
    return made;
  };
}

const two = (number: number) => String(number).padStart(2, "0");

/** Minutes since midnight on the wall clock → `HH:MM`. */
export const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** The days of a month. */
export const daysOf = once((month): readonly Day[] => {
  const { from, to } = monthPeriod(month);
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
});

/** 0 for a Sunday. */
export const weekday = once((day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay());

/** The Sunday that ends the day's week. */
export const weekEnding = once((day: Day): Day => addDays(day, (7 - weekday(day)) % 7));

/** The last Sunday of March, when 01:00 to 01:59 is not there on a London clock. */
export const clocksGoForward = (day: Day): boolean =>
  day.slice(5, 7) === "03" && day.slice(8) >= "25" && weekday(day) === 0;
