import { addDays, type Day, type Instant, londonDay } from "../day.ts";
import type { ClockUnit } from "./clock-unit.ts";
import { endOfLondonDay } from "./london-time.ts";
import type { Nation } from "./nation.ts";
import { addWorkingDays } from "./working-days.ts";

/** How long there is. */
export type Limit =
  | { readonly unit: "clock-hours" | "working-days" | "calendar-days"; readonly limit: number }
  | { readonly unit: "same-day" }
  | { readonly unit: "shift-end"; readonly endsAt: Instant }
  | { readonly unit: "agreed-date"; readonly on: Day };

/** When it started, and whose bank holidays count. */
export interface Start {
  readonly at: Instant;
  readonly nation: Nation;
  readonly extra?: readonly Day[];
}

/**
 * The last moment that is still in time. Clock hours run through nights, weekends and clock changes; every other unit
 * but the shift's runs to 23:59:59 London of its last day, the day it started not counted.
 */
export function dueAt(limit: Limit, { at, nation, extra }: Start): Instant {
  switch (limit.unit) {
    case "clock-hours":
      return new Date(Date.parse(at) + limit.limit * 3_600_000).toISOString().replace(".000Z", "Z");
    case "working-days":
      return endOfLondonDay(addWorkingDays(londonDay(at), limit.limit, nation, extra));
    case "calendar-days":
      return endOfLondonDay(addDays(londonDay(at), limit.limit));
    case "same-day":
      return endOfLondonDay(londonDay(at));
    case "shift-end":
      return limit.endsAt;
    case "agreed-date":
      return endOfLondonDay(limit.on);
    default:
      return limit satisfies never;
  }
}

/** The units in the words of a page: “48 clock hours”, “5 working days”. */
export const unitWords: Readonly<Record<ClockUnit, string>> = {
  "clock-hours": "clock hours",
  "working-days": "working days",
  "same-day": "same day",
  "calendar-days": "calendar days",
  "shift-end": "before the shift ends",
  "agreed-date": "by the agreed date",
};
