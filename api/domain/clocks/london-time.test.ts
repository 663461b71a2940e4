import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, londonDay } from "../day.ts";
import { endOfLondonDay, hoursOfLondonDay, londonInstant, startOfLondonDay } from "./london-time.ts";

const anyDay = fc.integer({ min: 0, max: 3650 }).map((days) => addDays("2020-01-01", days));

describe("londonInstant", () => {
  it.each([
    ["in winter", "2026-01-15", "12:00:00", "2026-01-15T12:00:00Z"],
    ["in summer", "2026-07-15", "12:00:00", "2026-07-15T11:00:00Z"],
    ["midnight in summer, the day before in UTC", "2026-07-15", "00:00:00", "2026-07-14T23:00:00Z"],
    ["the second before the clocks go forward", "2026-03-29", "00:59:59", "2026-03-29T00:59:59Z"],
    ["the first time there is after it", "2026-03-29", "02:00:00", "2026-03-29T01:00:00Z"],
    ["a time that never came", "2026-03-29", "01:30:00", "2026-03-29T01:30:00Z"],
    ["a time that came twice: the first", "2026-10-25", "01:30:00", "2026-10-25T00:30:00Z"],
    ["after the clocks went back", "2026-10-25", "02:00:00", "2026-10-25T02:00:00Z"],
  ])("knows %s", (_when, day, time, instant) => expect(londonInstant(day, time)).toBe(instant));
});

describe("a London day", () => {
  it.each([
    ["2026-03-28", 24],
    ["2026-03-29", 23],
    ["2026-10-25", 25],
    ["2026-10-26", 24],
  ])("of %s has %i hours", (day, hours) => expect(hoursOfLondonDay(day)).toBe(hours));

  it("starts and ends on itself, and the next second is tomorrow", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(londonDay(startOfLondonDay(day))).toBe(day);
        expect(londonDay(endOfLondonDay(day))).toBe(day);
        expect(londonDay(new Date(Date.parse(startOfLondonDay(day)) - 1000))).toBe(addDays(day, -1));
        expect(londonDay(new Date(Date.parse(endOfLondonDay(day)) + 1000))).toBe(addDays(day, 1));
      }),
    );
  });
});
