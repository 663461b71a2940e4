import { addDays, type Instant, londonDay } from "../day.ts";
import { londonInstant } from "./london-time.ts";

const FROM = "08:00:00";
const UNTIL = "20:00:00";

/** The moment itself between 08:00 and 20:00 London, else the next 08:00. What cannot wait does not ask this. */
export function nextWakingMoment(at: Instant): Instant {
  const day = londonDay(at);
  const start = londonInstant(day, FROM);
  if (at < start) return start;
  return at < londonInstant(day, UNTIL) ? at : londonInstant(addDays(day, 1), FROM);
}
