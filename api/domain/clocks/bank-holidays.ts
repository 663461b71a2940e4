import { addDays, type Day } from "../day.ts";
import { easterSunday } from "./easter.ts";
import type { Nation } from "./nation.ts";

export interface BankHoliday {
  readonly day: Day;
  readonly name: string;
}

/** The last year the tests hold day by day; later ones are by rule alone, and what shows them says so. */
export const lastCheckedYear = 2028;

/** 0 is Sunday. */
export const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

export const isWeekend = (day: Day): boolean => weekday(day) % 6 === 0;

type Dated = readonly [name: string, day: Day];

/** Proclaimed for one year alone: a day added, or one moved from where the rule has it. */
const proclaimed: readonly {
  readonly day: Day;
  readonly name: string;
  readonly instead?: Day;
  readonly in?: Nation;
}[] = [
  { day: "2020-05-08", name: "Early May bank holiday (VE day)", instead: "2020-05-04" },
  { day: "2022-06-02", name: "Spring bank holiday", instead: "2022-05-30" },
  { day: "2022-06-03", name: "Platinum Jubilee bank holiday" },
  { day: "2022-09-19", name: "State Funeral of Queen Elizabeth II" },
  { day: "2023-05-08", name: "Coronation of King Charles III" },
  { day: "2026-06-15", name: "World Cup bank holiday", in: "scotland" },
];

/**
 * Bank holidays of a year in the order of the calendar, substitute days included: Banking and Financial Dealings Act
 * 1971, schedule 1, with the customary and proclaimed days as published at gov.uk/bank-holidays.
 */
export function bankHolidays(year: number, nation: Nation): readonly BankHoliday[] {
  const extra = proclaimed.filter((each) => each.day.startsWith(`${year}-`) && (each.in ?? nation) === nation);
  const moved = new Set(extra.map(({ instead }) => instead));
  return [
    ...byRule[nation](year).filter(({ day }) => !moved.has(day)),
    ...extra.map(({ day, name }) => ({ day, name })),
  ].sort((a, b) => a.day.localeCompare(b.day));
}

const englandAndWales = (year: number): readonly BankHoliday[] => [
  ...substituted([["New Year’s Day", `${year}-01-01`]]),
  ...easter(year),
  ...mays(year),
  { name: "Summer bank holiday", day: lastMonday(year, 8) },
  ...christmas(year),
];

const scotland = (year: number): readonly BankHoliday[] => [
  ...substituted([
    ["New Year’s Day", `${year}-01-01`],
    ["2nd January", `${year}-01-02`],
  ]),
  ...easter(year).slice(0, 1),
  ...mays(year),
  { name: "Summer bank holiday", day: firstMonday(year, 8) },
  ...substituted([["St Andrew’s Day", `${year}-11-30`]]),
  ...christmas(year),
];

const northernIreland = (year: number): readonly BankHoliday[] => [
  ...englandAndWales(year),
  ...substituted([["St Patrick’s Day", `${year}-03-17`]]),
  ...substituted([["Battle of the Boyne (Orangemen’s Day)", `${year}-07-12`]]),
];

const byRule: Readonly<Record<Nation, (year: number) => readonly BankHoliday[]>> = {
  "england-and-wales": englandAndWales,
  scotland,
  "northern-ireland": northernIreland,
};

const easter = (year: number): readonly BankHoliday[] => [
  { name: "Good Friday", day: addDays(easterSunday(year), -2) },
  { name: "Easter Monday", day: addDays(easterSunday(year), 1) },
];

const mays = (year: number): readonly BankHoliday[] => [
  { name: "Early May bank holiday", day: firstMonday(year, 5) },
  { name: "Spring bank holiday", day: lastMonday(year, 5) },
];

const christmas = (year: number): readonly BankHoliday[] =>
  substituted([
    ["Christmas Day", `${year}-12-25`],
    ["Boxing Day", `${year}-12-26`],
  ]);

/** Days that stand next to each other: one on a weekend moves to the first weekday that none of them has. */
function substituted(dated: readonly Dated[]): readonly BankHoliday[] {
  const taken = new Set(dated.map(([, day]) => day).filter((day) => !isWeekend(day)));
  return dated.map(([name, day]) => {
    if (!isWeekend(day)) return { name, day };
    let substitute = day;
    while (isWeekend(substitute) || taken.has(substitute)) substitute = addDays(substitute, 1);
    taken.add(substitute);
    return { name: `${name} (substitute day)`, day: substitute };
  });
}

function firstMonday(year: number, month: number): Day {
  const first = `${year}-${String(month).padStart(2, "0")}-01`;
  return addDays(first, (8 - weekday(first)) % 7);
}

/** Of a month with 31 days. */
function lastMonday(year: number, month: number): Day {
  const last = `${year}-${String(month).padStart(2, "0")}-31`;
  return addDays(last, -((weekday(last) + 6) % 7));
}
