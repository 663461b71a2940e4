import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, londonDay } from "../day.ts";
import { clockUnits } from "./clock-unit.ts";
import { dueAt, type Limit, unitWords } from "./due-at.ts";
import { nations } from "./nation.ts";
import { isWorkingDay } from "./working-days.ts";

const english = (at: string) => ({ at, nation: "england-and-wales" as const });

describe("dueAt", () => {
  it.each<[string, Limit, string, string]>([
    [
      "48 clock hours over a weekend",
      { unit: "clock-hours", limit: 48 },
      "2026-10-16T15:30:00Z",
      "2026-10-18T15:30:00Z",
    ],
    [
      "48 clock hours over the clocks going back: an hour less on the wall",
      { unit: "clock-hours", limit: 48 },
      "2026-10-24T11:00:00Z",
      "2026-10-26T11:00:00Z",
    ],
    [
      "48 clock hours over the clocks going forward",
      { unit: "clock-hours", limit: 48 },
      "2026-03-28T12:00:00Z",
      "2026-03-30T12:00:00Z",
    ],
    ["half an hour", { unit: "clock-hours", limit: 0.5 }, "2026-10-12T10:00:00Z", "2026-10-12T10:30:00Z"],
    [
      "five working days, the day of receipt left out",
      { unit: "working-days", limit: 5 },
      "2026-10-12T09:00:00Z",
      "2026-10-19T22:59:59Z",
    ],
    [
      "three working days from a Saturday",
      { unit: "working-days", limit: 3 },
      "2026-10-17T09:00:00Z",
      "2026-10-21T22:59:59Z",
    ],
    [
      "one working day over the clocks going back",
      { unit: "working-days", limit: 1 },
      "2026-10-23T09:00:00Z",
      "2026-10-26T23:59:59Z",
    ],
    [
      "five working days over Easter",
      { unit: "working-days", limit: 5 },
      "2026-04-01T09:00:00Z",
      "2026-04-10T22:59:59Z",
    ],
    [
      "the same day, received just after midnight in June",
      { unit: "same-day" },
      "2026-06-14T23:10:00Z",
      "2026-06-15T22:59:59Z",
    ],
    [
      "the same day, received at a minute to midnight",
      { unit: "same-day" },
      "2026-01-15T23:59:00Z",
      "2026-01-15T23:59:59Z",
    ],
    ["the same day the clocks go back", { unit: "same-day" }, "2026-10-25T00:30:00Z", "2026-10-25T23:59:59Z"],
    ["the same day the clocks go forward", { unit: "same-day" }, "2026-03-29T00:30:00Z", "2026-03-29T22:59:59Z"],
    [
      "a fortnight of calendar days",
      { unit: "calendar-days", limit: 14 },
      "2026-10-12T09:00:00Z",
      "2026-10-26T23:59:59Z",
    ],
    [
      "the end of a shift",
      { unit: "shift-end", endsAt: "2026-10-12T21:00:00Z" },
      "2026-10-12T14:00:00Z",
      "2026-10-12T21:00:00Z",
    ],
    ["an agreed date", { unit: "agreed-date", on: "2026-11-02" }, "2026-10-12T14:00:00Z", "2026-11-02T23:59:59Z"],
  ])("gives %s", (_what, limit, at, due) => expect(dueAt(limit, english(at))).toBe(due));

  it("counts the bank holidays of the service's nation, and the extra ones", () => {
    const limit: Limit = { unit: "working-days", limit: 1 };
    const at = "2026-06-12T09:00:00Z";
    expect(nations.map((nation) => londonDay(dueAt(limit, { at, nation })))).toEqual([
      "2026-06-15",
      "2026-06-16",
      "2026-06-15",
    ]);
    expect(londonDay(dueAt(limit, { at, nation: "scotland", extra: ["2026-06-16"] }))).toBe("2026-06-17");
  });

  it("is never due on a day nobody works when working days are counted, and always after it started", () => {
    const started = fc
      .tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 86_399 }))
      .map(([days, seconds]) => new Date(Date.parse(`${addDays("2020-01-01", days)}T00:00:00Z`) + seconds * 1000));
    fc.assert(
      fc.property(started, fc.integer({ min: 1, max: 20 }), fc.constantFrom(...nations), (at, limit, nation) => {
        const due = dueAt({ unit: "working-days", limit }, { at: at.toISOString(), nation });
        expect(isWorkingDay(londonDay(due), nation)).toBe(true);
        expect(Date.parse(due)).toBeGreaterThan(at.getTime());
      }),
    );
  });
});

it("has words for every unit", () => expect(Object.keys(unitWords)).toEqual([...clockUnits]));
