import { expect, it } from "vitest";
import { extraDaysOf } from "./extra-days.ts";
import { addWorkingDays } from "./working-days.ts";

const extraHolidays = [
  { day: "2026-10-13", nation: "scotland", why: "Proclaimed" },
  { day: "2026-10-14", nation: "england-and-wales", why: "Proclaimed" },
] as const;

it("takes the days of the nation asked for, and no other's", () => {
  expect(extraDaysOf({ extraHolidays }, "scotland")).toEqual(["2026-10-13"]);
  expect(extraDaysOf({ extraHolidays }, "northern-ireland")).toEqual([]);
});

it("is empty before anybody has set anything", () => {
  expect(extraDaysOf(undefined, "scotland")).toEqual([]);
  expect(extraDaysOf({}, "scotland")).toEqual([]);
});

it("moves a working-day limit", () => {
  const limit = (nation: "scotland" | "england-and-wales") =>
    addWorkingDays("2026-10-12", 1, nation, extraDaysOf({ extraHolidays }, nation));
  expect(limit("scotland")).toBe("2026-10-14");
  expect(limit("england-and-wales")).toBe("2026-10-13");
});
