import { addDays, type Day, type Instant } from "../day.ts";

const wallClock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/London",
  dateStyle: "short",
  timeStyle: "medium",
});

/**
 * The instant of a time of day in London, `HH:MM:SS`. An hour that comes twice, when the clocks go back, means the
 * first; one that never comes, when they go forward, means as much later.
 */
export function londonInstant(day: Day, time: string): Instant {
  const asUtc = Date.parse(`${day}T${time}Z`);
  const summer = new Date(asUtc - 3_600_000);
  const found = wallClock.format(summer) === `${day} ${time}` ? summer : new Date(asUtc);
  return found.toISOString().replace(".000Z", "Z");
}

/** The last second of a London day. */
export const endOfLondonDay = (day: Day): Instant => londonInstant(day, "23:59:59");

/** The first second of a London day. */
export const startOfLondonDay = (day: Day): Instant => londonInstant(day, "00:00:00");

/** Hours in a London day: 24, but 23 when the clocks go forward and 25 when they go back. */
export const hoursOfLondonDay = (day: Day): number =>
  (Date.parse(startOfLondonDay(addDays(day, 1))) - Date.parse(startOfLondonDay(day))) / 3_600_000;
