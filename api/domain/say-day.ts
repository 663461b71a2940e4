import type { Day } from "./day.ts";

const short = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
const long = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

const noon = (day: Day): Date => new Date(`${day}T12:00:00Z`);

/** “Fri 5 Dec”, with the year instead of the weekday when it is not the year of `today`. */
export const sayDay = (day: Day, today: Day): string =>
  (day.slice(0, 4) === today.slice(0, 4) ? short : long).format(noon(day)).replace(",", "");

/** “1 Jul to 30 Sept 2026”; one day stands alone. */
export const sayPeriod = (from: Day, to: Day): string =>
  long.formatRange(noon(from), noon(to)).replace(/\s*–\s*/, " to ");
