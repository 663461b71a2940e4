import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "./day.ts";
import { monthPeriod, monthsOf, periodId, periodOf, within } from "./period.ts";

const anyPeriod = fc
  .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 800 }))
  .map(([start, length]) => ({ from: addDays("2010-01-01", start), to: addDays("2010-01-01", start + length) }));

describe("a period's id", () => {
  it("reads back as the period it was made of", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(periodOf(periodId(period))).toEqual(period);
      }),
    );
  });

  it.each([
    "2026-09-30_2026-07-01",
    "2026-07-01",
    "2026-07-01_",
    "_2026-07-01",
    "2026-07-01_2026-09-31",
    "2026-07-01_2026-09-30_2026-10-01",
    "2026-07-01-2026-09-30",
    "Q3",
    "",
  ])("is not “%s”", (id) => expect(periodOf(id)).toBeUndefined());
});

describe("within", () => {
  const quarter = { from: "2026-07-01", to: "2026-09-30" };

  it.each([
    ["2026-06-30", false],
    ["2026-07-01", true],
    ["2026-08-15", true],
    ["2026-09-30", true],
    ["2026-10-01", false],
  ])("says %s is in the quarter: %s", (day, is) => expect(within(day, quarter)).toBe(is));
});

describe("months", () => {
  it.each([
    ["a quarter", "2026-07-01", "2026-09-30", ["2026-07", "2026-08", "2026-09"]],
    ["one day", "2026-02-28", "2026-02-28", ["2026-02"]],
    ["the turn of the year", "2026-12-31", "2027-01-01", ["2026-12", "2027-01"]],
    ["Sunday to Saturday weeks", "2026-06-28", "2026-08-01", ["2026-06", "2026-07", "2026-08"]],
  ])("touched by %s", (_what, from, to, months) => expect(monthsOf({ from, to })).toEqual(months));

  it.each([
    ["2026-02", "2026-02-28"],
    ["2028-02", "2028-02-29"],
    ["2026-12", "2026-12-31"],
    ["2026-04", "2026-04-30"],
  ])("%s ends on %s", (month, to) => expect(monthPeriod(month)).toEqual({ from: `${month}-01`, to }));

  it("cover a period, each day in exactly one", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const months = monthsOf(period).map(monthPeriod);
        expect(months.every((month, at) => at === 0 || month.from === addDays(months[at - 1]?.to ?? "", 1))).toBe(true);
        expect(months.filter((month) => within(period.from, month))).toHaveLength(1);
        expect(months.filter((month) => within(period.to, month))).toHaveLength(1);
        expect(months.every(({ from, to }) => daysBetween(from, to) >= 27)).toBe(true);
      }),
    );
  });
});
