import { expect, it } from "vitest";
import { settleDays } from "./settle-days.ts";

const fits = (filled: number, ways: Partial<Record<"iso" | "day-first" | "month-first" | "excel", number>>) => ({
  filled,
  iso: 0,
  "day-first": 0,
  "month-first": 0,
  excel: 0,
  ...ways,
});
const both = fits(9, { "day-first": 9, "month-first": 9 });

it("takes the way that reads most cells of a column", () => {
  expect(settleDays({ Day: fits(9, { "day-first": 4, "month-first": 9 }) }, "day-first")).toEqual({
    days: { Day: "month-first" },
    ask: {},
  });
});

it("asks when two ways read all cells, and has the product's own way ready", () => {
  expect(settleDays({ Day: both }, "day-first")).toEqual({
    days: { Day: "day-first" },
    ask: { Day: ["day-first", "month-first"] },
  });
});

it("asks with nothing ready when the product's own way does not fit", () => {
  expect(settleDays({ Day: both }, "iso")).toEqual({ days: {}, ask: { Day: ["day-first", "month-first"] } });
});

it("follows another column of the same file that leaves no doubt", () => {
  expect(settleDays({ Day: both, Due: fits(2, { "month-first": 2 }) }, "day-first").days).toEqual({
    Day: "month-first",
    Due: "month-first",
  });
});

it("asks when other columns disagree", () => {
  const columns = { Day: both, Due: fits(2, { "month-first": 2 }), Done: fits(2, { "day-first": 2 }) };
  expect(settleDays(columns, "day-first").ask).toHaveProperty("Day");
});

it("takes the answer", () => {
  expect(settleDays({ Day: both }, "day-first", { Day: "month-first" })).toEqual({
    days: { Day: "month-first" },
    ask: {},
  });
});

it("takes the product's own way for an empty column, and lets it decide nothing", () => {
  expect(settleDays({ Day: both, Closed: fits(0, {}) }, "day-first")).toMatchObject({
    days: { Closed: "day-first" },
    ask: { Day: expect.anything() },
  });
});
