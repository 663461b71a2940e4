import type { DayFormat } from "#domain/imports/profile.ts";
import { literal } from "./duckdb-session.ts";

const clocks = ["", " %H:%M", " %H:%M:%S"];
const spelt = ["%d %b %Y", "%d-%b-%Y", "%d %B %Y"];
const dayFirst = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"];
const monthFirst = ["%m/%d/%Y", "%m-%d-%Y"];

const withClocks = (days: readonly string[]) => clocks.flatMap((clock) => days.map((day) => literal(day + clock)));
const parsed = (cell: string, formats: readonly string[]) =>
  `in_this_century(try_strptime(${cell}, [${formats.join(", ")}]))`;

/** A cell's day and time as it is written, as SQL (TIMESTAMP); an offset is already taken off. NULL when written otherwise. */
export const writtenMoment: { readonly [format in DayFormat]: (cell: string) => string } = {
  iso: (cell) => `likely((try_cast(${cell} AS TIMESTAMPTZ) AT TIME ZONE 'UTC'))`,
  "day-first": (cell) => parsed(cell, [...withClocks(dayFirst), ...withClocks(spelt)]),
  "month-first": (cell) => parsed(cell, withClocks(monthFirst)),
  excel: (cell) =>
    `CASE WHEN try_cast(${cell} AS DOUBLE) BETWEEN 20000 AND 80000 THEN TIMESTAMP '1899-12-30' + to_minutes(round(try_cast(${cell} AS DOUBLE) * 1440)::BIGINT) END`,
};
