import { describe, expect, it } from "vitest";
import { bankHolidays, isWeekend, lastCheckedYear, weekday } from "./bank-holidays.ts";
import { type Nation, nations } from "./nation.ts";

/** Written down from gov.uk/bank-holidays, month and day. */
const published: Readonly<Record<Nation, Readonly<Record<number, string>>>> = {
  "england-and-wales": {
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
  },
  scotland: {
    2020: "01-01 01-02 04-10 05-08 05-25 08-03 11-30 12-25 12-28",
    2021: "01-01 01-04 04-02 05-03 05-31 08-02 11-30 12-27 12-28",
    2022: "01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27",
    2023: "01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26",
    2024: "01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26",
    2025: "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26",
    2026: "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28",
    2027: "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28",
    2028: "01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26",
  },
  "northern-ireland": {
    2020: "01-01 03-17 04-10 04-13 05-08 05-25 07-13 08-31 12-25 12-28",
    2021: "01-01 03-17 04-02 04-05 05-03 05-31 07-12 08-30 12-27 12-28",
    2022: "01-03 03-17 04-15 04-18 05-02 06-02 06-03 07-12 08-29 09-19 12-26 12-27",
    2023: "01-02 03-17 04-07 04-10 05-01 05-08 05-29 07-12 08-28 12-25 12-26",
    2024: "01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26",
    2025: "01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26",
    2026: "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28",
    2027: "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28",
    2028: "01-03 03-17 04-14 04-17 05-01 05-29 07-12 08-28 12-25 12-26",
  },
};

describe.each(nations)("bank holidays of %s", (nation) => {
  it.each(Object.entries(published[nation]))("are in %s the ones published", (year, days) => {
    const found = bankHolidays(Number(year), nation).map(({ day }) => day);
    expect(found).toEqual(days.split(" ").map((day) => `${year}-${day}`));
  });

  it("never fall on a weekend, nor two on one day, in any year of this century", () => {
    for (let year = 2000; year < 2100; year += 1) {
      const days = bankHolidays(year, nation).map(({ day }) => day);
      expect(days.filter(isWeekend)).toEqual([]);
      expect(new Set(days).size).toBe(days.length);
      expect([...days].sort()).toEqual(days);
      expect(days.every((day) => day.startsWith(String(year)))).toBe(true);
    }
  });
});

it("is held day by day up to the year it says", () => {
  for (const nation of nations) expect(Object.keys(published[nation]).map(Number)).toContain(lastCheckedYear);
});

it("names substitute days as such", () => {
  expect(bankHolidays(2027, "scotland").filter(({ name }) => name.includes("substitute"))).toEqual([
    { day: "2027-01-04", name: "2nd January (substitute day)" },
    { day: "2027-12-27", name: "Christmas Day (substitute day)" },
    { day: "2027-12-28", name: "Boxing Day (substitute day)" },
  ]);
});

it("keeps Easter Monday from Scotland and St Andrew's Day from the others", () => {
  expect(bankHolidays(2026, "scotland").map(({ name }) => name)).not.toContain("Easter Monday");
  expect(bankHolidays(2026, "england-and-wales").map(({ name }) => name)).not.toContain("St Andrew’s Day");
});

it("counts weekdays from Sunday", () => {
  expect(["2026-10-11", "2026-10-12", "2026-10-17"].map(weekday)).toEqual([0, 1, 6]);
});
