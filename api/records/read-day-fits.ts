import { dayFormats } from "#domain/imports/profile.ts";
import type { DayFits } from "#domain/imports/settle-days.ts";
import { dayHeadings } from "./day-headings.ts";
import type { DuckDbSession } from "./duckdb-session.ts";
import type { SourceTable } from "./source-table.ts";
import { writtenMoment } from "./written-moment.ts";

/** Counts, for each column with days, how many of its cells can be read in each way. Answers the rows it met, too. */
export async function readDayFits(
  db: DuckDbSession,
  relation: string,
  { recognised: { profile, at } }: Pick<SourceTable, "recognised">,
): Promise<{ readonly met: number; readonly fits: Readonly<Record<string, DayFits>> }> {
  const headings = dayHeadings(profile).filter((heading) => heading in at);
  const counts = headings.flatMap((heading) => {
    const cell = `nullif(trim(c${at[heading]}), '')`;
    return [
      `count(${cell}) AS filled_${at[heading]}`,
      ...dayFormats.map((format, n) => `count(${writtenMoment[format](cell)}) AS way_${n}_${at[heading]}`),
    ];
  });
  const [row] = await db.rows(`SELECT ${["count(*) AS met", ...counts].join(", ")} FROM ${relation}`);
  const number = (name: string) => Number(row?.[name]);
  return {
    met: number("met"),
    fits: Object.fromEntries(
      headings.map((heading) => [
        heading,
        {
          filled: number(`filled_${at[heading]}`),
          iso: number(`way_0_${at[heading]}`),
          "day-first": number(`way_1_${at[heading]}`),
          "month-first": number(`way_2_${at[heading]}`),
          excel: number(`way_3_${at[heading]}`),
        },
      ]),
    ),
  };
}
