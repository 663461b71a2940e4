import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../day.ts";
import { nations } from "./nation.ts";
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "./working-days.ts";

const anyDay = fc.integer({ min: 0, max: 3650 }).map((days) => addDays("2020-01-01", days));
const anyNation = fc.constantFrom(...nations);
const anyExtra = fc.array(anyDay, { maxLength: 5 });

describe("isWorkingDay", () => {
  it.each([
    ["a Monday", "2026-10-12", true],
    ["a Saturday", "2026-10-17", false],
    ["a Sunday", "2026-10-18", false],
    ["Good Friday", "2026-04-03", false],
    ["the Monday that stands in for Boxing Day", "2026-12-28", false],
    ["Christmas Eve", "2026-12-24", true],
  ])("knows %s in England", (_what, day, is) => expect(isWorkingDay(day, "england-and-wales")).toBe(is));

  it.each([
    ["2026-04-06", [false, true, false]],
    ["2026-06-15", [true, false, true]],
    ["2026-07-13", [true, true, false]],
    ["2026-08-03", [true, false, true]],
    ["2026-08-31", [false, true, false]],
    ["2026-11-30", [true, false, true]],
    ["2026-01-02", [true, false, true]],
  ])("tells the nations apart on %s", (day, is) =>
    expect(nations.map((nation) => isWorkingDay(day, nation))).toEqual(is),
  );

  it("leaves out a day an administrator added", () => {
    expect(isWorkingDay("2026-10-12", "scotland", ["2026-10-12"])).toBe(false);
  });
});

describe("addWorkingDays", () => {
  it.each([
    ["over a weekend", "2026-10-16", 1, "2026-10-19"],
    ["from a Saturday", "2026-10-17", 1, "2026-10-19"],
    ["three days to a safeguarding review", "2026-10-12", 3, "2026-10-15"],
    ["over Easter", "2026-04-02", 1, "2026-04-07"],
    ["over Christmas and the turn of the year", "2026-12-24", 5, "2027-01-05"],
    ["back over a weekend", "2026-10-19", -1, "2026-10-16"],
    ["back over Easter", "2026-04-07", -2, "2026-04-01"],
    ["nought, on a working day", "2026-10-12", 0, "2026-10-12"],
    ["nought, on a Saturday before a bank holiday", "2026-08-29", 0, "2026-09-01"],
  ])("counts %s", (_what, from, days, to) => expect(addWorkingDays(from, days, "england-and-wales")).toBe(to));

  it("waits for an extra holiday too", () => {
    expect(addWorkingDays("2026-10-12", 1, "england-and-wales", ["2026-10-13"])).toBe("2026-10-14");
  });

  it("lands on a working day with exactly so many behind it", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), anyNation, anyExtra, (day, days, nation, extra) => {
        const there = addWorkingDays(day, days, nation, extra);
        expect(isWorkingDay(there, nation, extra)).toBe(true);
        expect(workingDaysBetween(day, there, nation, extra)).toBe(days);
      }),
    );
  });

  it("comes back from a working day to where it went from", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40, max: 40 }), anyNation, anyExtra, (any, days, nation, extra) => {
        const day = addWorkingDays(any, 0, nation, extra);
        const there = addWorkingDays(day, days, nation, extra);
        expect(addWorkingDays(there, 0 - days, nation, extra)).toBe(day);
      }),
    );
  });
});

describe("workingDaysBetween", () => {
  it.each([
    ["the same day", "2026-10-12", "2026-10-12", 0],
    ["a week", "2026-10-12", "2026-10-19", 5],
    ["a weekend", "2026-10-16", "2026-10-18", 0],
    ["the week of the early May bank holiday", "2026-05-01", "2026-05-08", 4],
    ["backwards", "2026-10-19", "2026-10-12", -5],
  ])("counts %s", (_what, from, to, days) => expect(workingDaysBetween(from, to, "england-and-wales")).toBe(days));

  it("adds up over any day in between", () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, anyNation, (a, b, c, nation) => {
        const whole = workingDaysBetween(a, c, nation);
        expect(workingDaysBetween(a, b, nation) + workingDaysBetween(b, c, nation)).toBe(whole);
      }),
    );
  });
});
