import type { Instant } from "#domain/day.ts";

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });
const whole = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "Europe/London",
});

/** “14:32” in London. */
export const sayTime = (at: Instant): string => clock.format(new Date(at));

/** “12 Oct 2026, 14:32” in London. */
export const sayMoment = (at: Instant): string => whole.format(new Date(at));
