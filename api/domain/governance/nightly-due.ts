import { type Day, type Instant, londonDay } from "../day.ts";

const londonHour = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", hourCycle: "h23" });

/** From this hour in London the night's work is due; a night that was slept through is made up for on waking. */
export const NIGHT_HOUR = 2;

/** The night whose work is due now, as its London day; undefined when it is too early or that night is done. */
export function nightlyDue(done: Day | undefined, now: Instant): Day | undefined {
  const today = londonDay(now);
  return today !== done && Number(londonHour.format(new Date(now))) >= NIGHT_HOUR ? today : undefined;
}
