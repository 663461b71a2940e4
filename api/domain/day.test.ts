import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, isDay, isInstant, londonDay } from "./day.ts";

const anyDay = fc
  .date({ min: new Date("2000-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const offset = fc.integer({ min: -20_000, max: 20_000 });

describe("londonDay", () => {
  it.each([
    ["a winter evening", "2026-01-15T23:59:59Z", "2026-01-15"],
    ["half past midnight in June, still yesterday in UTC", "2026-06-14T23:30:00Z", "2026-06-15"],
    ["the minute before the clocks go forward", "2026-03-29T00:59:59Z", "2026-03-29"],
    ["the evening of the day the clocks went forward", "2026-03-29T23:00:00Z", "2026-03-30"],
    ["the night the clocks go back, before", "2026-10-24T23:00:00Z", "2026-10-25"],
    ["the evening of the day the clocks went back", "2026-10-25T23:59:59Z", "2026-10-25"],
    ["new year in UTC and in London", "2026-12-31T23:59:59Z", "2026-12-31"],
  ])("knows %s", (_when, at, day) => {
    expect(londonDay(at)).toBe(day);
    expect(londonDay(new Date(at))).toBe(day);
  });
});

describe("addDays and daysBetween", () => {
  it.each([
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-02-28", 1, "2026-03-01"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2026-03-28", 2, "2026-03-30"],
    ["2026-10-26", -2, "2026-10-24"],
    ["2026-07-01", 0, "2026-07-01"],
  ])("counts %s and %i days as %s", (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });

  it("undo each other", () => {
    fc.assert(fc.property(anyDay, offset, (day, days) => daysBetween(day, addDays(day, days)) === days));
    fc.assert(fc.property(anyDay, anyDay, (from, to) => addDays(from, daysBetween(from, to)) === to));
  });

  it("keep the order of days as text", () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => Math.sign(daysBetween(a, b)) === (a === b ? 0 : a < b ? 1 : -1)));
  });
});

describe("isDay", () => {
  it.each(["2026-02-28", "2028-02-29", "2026-12-31", "1999-01-01"])("takes %s", (text) =>
    expect(isDay(text)).toBe(true),
  );

  it.each([
    "2026-02-29",
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "01/02/2026",
    "2026-01-01T00:00:00Z",
    " 2026-01-01",
    "2026-01-01\n",
    "",
    "today",
  ])("refuses “%s”", (text) => expect(isDay(text)).toBe(false));

  it("takes every day there is", () => fc.assert(fc.property(anyDay, isDay)));
});

describe("isInstant", () => {
  it.each(["2026-07-01T08:00:00Z", "2026-07-01T08:00:00.123Z"])("takes %s", (text) =>
    expect(isInstant(text)).toBe(true),
  );

  it.each([
    "2026-07-01",
    "2026-07-01T08:00:00",
    "2026-07-01T08:00:00+01:00",
    "2026-07-01T25:00:00Z",
    "2026-07-01 08:00:00Z",
    "",
  ])("refuses “%s”", (text) => expect(isInstant(text)).toBe(false));
});
