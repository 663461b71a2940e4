import type { Binder } from "./binder.ts";
import { columnSql, conditionSql } from "./condition-sql.ts";
import { type Count, counted } from "./count.ts";
import { packageDaysSql } from "./source-sql.ts";

/** True for a row that counts. */
export function countsSql(count: Count, bind: Binder): string {
  const condition = counted(count);
  const { dataset } = count.population;
  const own =
    "sum" in count.measure
      ? ` AND ${columnSql(count.measure.sum, { dataset })} IS NOT NULL`
      : "distinct" in count.measure
        ? ` AND ${columnSql(count.measure.distinct, { dataset })} IS NOT NULL`
        : "";
  return `${condition ? conditionSql(condition, { dataset, bind }) : "1 = 1"}${own}`;
}

/** What a row adds to the count: 1, its minutes, its days. A distinct count adds 1 for each different value only. */
export function addsSql({ measure, population: { dataset } }: Count): string {
  if ("sum" in measure) return columnSql(measure.sum, { dataset });
  return "count" in measure && measure.count === "package-days" ? packageDaysSql() : "1";
}

/** The whole count of a group of rows. */
export function totalSql(count: Count, bind: Binder): string {
  const { measure, population } = count;
  if ("distinct" in measure)
    return `COUNT(DISTINCT CASE WHEN ${countsSql(count, bind)} THEN ${columnSql(measure.distinct, population)} END)`;
  return `CAST(SUM(CASE WHEN ${countsSql(count, bind)} THEN ${addsSql(count)} ELSE 0 END) AS BIGINT)`;
}
