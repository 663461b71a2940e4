/** A civil day in London, `YYYY-MM-DD`. Days sort and compare as text. */
export type Day = string;
/** A moment, UTC ISO text with `Z`. Instants sort and compare as text. */
export type Instant = string;

const londonDays = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London" });

/** The day it is in London, not in UTC: at half past midnight in June the two differ. */
export const londonDay = (at: Instant | Date): Day => londonDays.format(typeof at === "string" ? new Date(at) : at);

export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Days from one day to another: 0 for the same day, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** True for a real day written `YYYY-MM-DD`; “2026-02-30” is not one. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

export const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/.test(text) && !Number.isNaN(Date.parse(text));
