import type { Day, Instant } from "#domain/day.ts";
import { londonDay } from "#domain/day.ts";

const short = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
const long = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** “Fri 5 Dec”, with the year instead of the weekday when it is not the year of `today`. */
export const sayDay = (day: Day, today: Day): string => {
  const date = new Date(`${day}T00:00:00Z`);
  return (day.slice(0, 4) === today.slice(0, 4) ? short : long).format(date).replace(",", "");
};

/** “1 Jul to 30 Sep 2026”. */
export const sayPeriod = (from: Day, to: Day): string =>
  long.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)).replace(/\s*–\s*/, " to ");

/** The London day of a moment, said as a day. */
export const sayDayOf = (at: Instant, today: Day): string => sayDay(londonDay(at), today);
