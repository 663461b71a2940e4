import type { Day, Instant } from "#domain/day.ts";
import { londonDay } from "#domain/day.ts";
import { sayDay } from "#domain/say-day.ts";

export { sayDay, sayPeriod } from "#domain/say-day.ts";

/** The London day of a moment, said as a day. */
export const sayDayOf = (at: Instant, today: Day): string => sayDay(londonDay(at), today);
