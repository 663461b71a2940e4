import { addDays, type Day, isDay } from "./day.ts";

/** From one London day to another, both included. Its id is `from_to`; calendar names such as “Q3” are display only. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export const periodId = ({ from, to }: Period): string => `${from}_${to}`;

/** Reads an id back. Undefined when it is not two real days in order. */
export function periodOf(id: string): Period | undefined {
  const [from = "", to = "", ...rest] = id.split("_");
  return isDay(from) && isDay(to) && from <= to && rest.length === 0 ? { from, to } : undefined;
}

export const within = (day: Day, { from, to }: Period): boolean => day >= from && day <= to;

/** The calendar months a period touches, as `YYYY-MM`, in order. */
export function monthsOf({ from, to }: Period): readonly string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = nextMonth(month)) months.push(month);
  return months;
}

/** The whole calendar month as a period. */
export const monthPeriod = (month: string): Period => ({
  from: `${month}-01`,
  to: addDays(`${nextMonth(month)}-01`, -1),
});

const nextMonth = (month: string): string => addDays(`${month}-28`, 4).slice(0, 7);
