import type { Day, Instant } from "#domain/day.ts";
import type { Refusal } from "#domain/refusal.ts";

const days = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const moments = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "Europe/London" });

/** “12 October 2026”. */
export const sayDay = (day: Day): string => days.format(new Date(`${day}T00:00:00Z`));

/** “12 October 2026 at 10:15”, London time. */
export const sayMoment = (at: Instant): string => moments.format(new Date(at));

/** “1 action”, “3 actions”, “no actions”. */
export const sayCount = (count: number, one: string, many: string): string =>
  count === 0 ? `no ${many}` : `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

/** “1 day overdue”. */
export const sayOverdue = (daysOverdue: number): string => `${sayCount(daysOverdue, "day", "days")} overdue`;

export const sayRefusal = ({ refused }: Refusal): string => `${refused.say} ${refused.next}`;

export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** The text itself, or its beginning and “…” when it is longer than a card or a chat should hold. */
export const shortened = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
