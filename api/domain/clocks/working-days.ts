import { addDays, type Day } from "../day.ts";
import { bankHolidays, isWeekend } from "./bank-holidays.ts";
import type { Nation } from "./nation.ts";

/** Worked out once a nation and year: the rules do not change while the program runs. */
const holidays = new Map<string, ReadonlySet<Day>>();

function holidaysOf(year: string, nation: Nation): ReadonlySet<Day> {
  const known = holidays.get(nation + year);
  if (known) return known;
  const days = new Set(bankHolidays(Number(year), nation).map(({ day }) => day));
  holidays.set(nation + year, days);
  return days;
}

/** True unless it is a Saturday, a Sunday, a bank holiday of the nation or one of the `extra` days of settings. */
export const isWorkingDay = (day: Day, nation: Nation, extra: readonly Day[] = []): boolean =>
  !isWeekend(day) && !holidaysOf(day.slice(0, 4), nation).has(day) && !extra.includes(day);

/**
 * The nth working day after a day, which is itself never counted; before it when `days` is negative. For 0 the day
 * itself if it is a working day, else the next that is.
 */
export function addWorkingDays(day: Day, days: number, nation: Nation, extra: readonly Day[] = []): Day {
  const step = days < 0 ? -1 : 1;
  let at = day;
  if (days === 0) while (!isWorkingDay(at, nation, extra)) at = addDays(at, 1);
  for (let left = Math.abs(days); left > 0; ) {
    at = addDays(at, step);
    if (isWorkingDay(at, nation, extra)) left -= 1;
  }
  return at;
}

/** Working days after `from` up to and including `to`; negative the other way round, 0 for the same day. */
export function workingDaysBetween(from: Day, to: Day, nation: Nation, extra: readonly Day[] = []): number {
  if (to < from) return 0 - workingDaysBetween(to, from, nation, extra);
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at, nation, extra)) count += 1;
  return count;
}
