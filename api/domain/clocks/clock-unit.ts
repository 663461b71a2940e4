/**
 * What a limit is counted in; they are different things. Clock hours run through nights and weekends; working days leave
 * out the day of receipt; same day ends at 23:59 London; a shift ends when the rota says; an agreed date is what was agreed.
 */
export const clockUnits = [
  "clock-hours",
  "working-days",
  "same-day",
  "calendar-days",
  "shift-end",
  "agreed-date",
] as const;

export type ClockUnit = (typeof clockUnits)[number];
