import { monthPeriod, monthsOf } from "../../period.ts";
import type { DatasetName } from "../dataset.ts";
import { table } from "../query.ts";
import { columnOf, type Relation } from "../relation.ts";
import type { Column } from "../rule.ts";
import type { Binder } from "./binder.ts";
import { columnSql, conditionSql, placeName } from "./condition-sql.ts";
import { type Count, columnsOfCount, counted, isPackageDays } from "./count.ts";
import { bought, type Scope } from "./scope.ts";

/** The records one scan goes through, as `FROM … WHERE …`, and the month each belongs to. */
export interface Source {
  readonly sql: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly datasets: readonly DatasetName[];
  readonly relations: readonly Relation[];
}

/** The scan behind counts of equal `scanKey`. With `lineage` related rows bring what identifies them. */
export function sourceOf(
  counts: readonly [Count, ...Count[]],
  scope: Scope,
  bind: Binder,
  { lineage = false } = {},
): Source {
  const [count] = counts;
  const { dataset, by } = count.population;
  const columns = [...new Set(counts.flatMap(columnsOfCount))];
  const relations = relationsIn(dataset, columns);
  const days = isPackageDays(count);
  const joins = [
    ...relations.map((relation) => relatedSql(relation, columns, { by, bind, scope, lineage })),
    ...(days ? [monthsSql(scope, bind)] : []),
  ];
  const month = days ? "span.month" : `SUBSTR(${columnSql(by, { dataset })}, 1, 7)`;
  const rows = [`FROM ${table(dataset)} AS b`, ...joins, whereSql(count, scope, bind)];
  const ranks = count.ranks.map((column) => rankSql(column, { count, month, rows, bind }));
  const sql = [...rows.slice(0, -1), ...ranks, ...rows.slice(-1)].join("\n");
  return {
    sql,
    month,
    relations,
    datasets: [...new Set([dataset, ...relations.map((relation) => relation.dataset), "packages" as const])],
  };
}

const relationsIn = (dataset: DatasetName, columns: readonly Column[]) => [
  ...new Set(columns.map((column) => columnOf(dataset, column)?.relation).filter((relation) => relation !== undefined)),
];

function whereSql({ population: { dataset, by, kinds }, ...count }: Count, scope: Scope, bind: Binder): string {
  const services = scope.services
    .filter(({ kind }) => !kinds || kinds.includes(kind))
    .map(({ key }, at) => bind.named(`service${at + 1}`, key));
  const day = columnSql(by, { dataset });
  const funding = bought.map((each) => `'${each}'`).join(", ");
  const contract = bind.named("contract", scope.contract);
  const conditions = [
    services.length > 0 ? `b.service IN (${services.join(", ")})` : "1 = 0",
    ...(isPackageDays(count)
      ? []
      : [`${day} >= ${bind.named("from", scope.period.from)}`, `${day} <= ${bind.named("to", scope.period.to)}`]),
    dataset === "packages"
      ? `b.contract = ${contract} AND b.funding IN (${funding})`
      : `EXISTS (SELECT 1 FROM packages AS bought WHERE bought.person = b.person AND bought.contract = ${contract}
    AND bought.funding IN (${funding}) AND bought.start_day <= b.day AND (bought.end_day IS NULL OR bought.end_day >= b.day))`,
  ];
  return `WHERE ${conditions.join("\n  AND ")}`;
}

/** The related rows, at most one for each key: a record exported twice must not count its planned visit twice. */
function relatedSql(
  { name, dataset, on, only }: Relation,
  columns: readonly Column[],
  { by, bind, scope, lineage }: { by: Column; bind: Binder; scope: Scope; lineage: boolean },
): string {
  const keys = Object.keys(on);
  const read = columns.filter((column) => column.startsWith(`${name}.`)).map((column) => column.slice(name.length + 1));
  const identity = lineage ? ["record", "record_version", "source_file", "src_row"] : [];
  const wanted = [...new Set([...keys, ...read, ...identity])].join(", ");
  const conditions = [
    ...Object.entries(only).map(([column, value]) => `${column} = ${bind.value(value)}`),
    ...(by === "day"
      ? [`day >= ${bind.named("from", scope.period.from)}`, `day <= ${bind.named("to", scope.period.to)}`]
      : []),
  ];
  return `LEFT JOIN (
  SELECT ${wanted}, ROW_NUMBER() OVER (PARTITION BY ${keys.join(", ")} ORDER BY record_version DESC, source_file, src_row) AS nth
  FROM ${table(dataset)} WHERE ${conditions.join(" AND ")}
) AS ${name} ON ${name}.nth = 1 AND ${Object.entries(on)
    .map(([theirs, ours]) => `${name}.${theirs} = b.${ours}`)
    .join(" AND ")}`;
}

/** One row a calendar month of the period, so that a package meets each month it runs in. */
function monthsSql({ period }: Scope, bind: Binder): string {
  const rows = monthsOf(period).map((month) => {
    const { from, to } = monthPeriod(month);
    const first = from < period.from ? period.from : from;
    const last = to > period.to ? period.to : to;
    return `SELECT ${bind.value(month)} AS month, ${bind.value(first)} AS first_day, ${bind.value(last)} AS last_day`;
  });
  return `JOIN (
  ${rows.join("\n  UNION ALL ")}
) AS span ON b.start_day <= span.last_day AND (b.end_day IS NULL OR (b.end_day >= span.first_day AND b.end_day >= b.start_day))`;
}

/** Days of a package within the month it met. Both ends lie in one month, so the days of the month subtract. */
export const packageDaysSql = (): string => {
  const ofMonth = (day: string) => `CAST(SUBSTR(${day}, 9, 2) AS BIGINT)`;
  const last = "CASE WHEN b.end_day IS NULL OR b.end_day > span.last_day THEN span.last_day ELSE b.end_day END";
  const first = "CASE WHEN b.start_day < span.first_day THEN span.first_day ELSE b.start_day END";
  return `(${ofMonth(last)} - ${ofMonth(first)} + 1)`;
};

function rankSql(
  column: Column,
  { count, month, rows, bind }: { count: Count; month: string; rows: readonly string[]; bind: Binder },
): string {
  const { population, exclusions } = count;
  const name = placeName(column);
  const condition = counted({ population, measure: { count: "rows" }, ...(exclusions && { exclusions }) });
  const also = condition ? `\n  AND ${conditionSql(condition, { dataset: population.dataset, bind })}` : "";
  const value = columnSql(column, population);
  return `LEFT JOIN (
  SELECT service, person, month, value, ROW_NUMBER() OVER (PARTITION BY service, person, month ORDER BY times DESC, value) AS place
  FROM (
    SELECT b.service AS service, b.person AS person, ${month} AS month, ${value} AS value, COUNT(*) AS times
    ${rows.join("\n")}${also}
    GROUP BY b.service, b.person, ${month}, ${value}
  ) AS tallied
) AS ${name} ON ${name}.service = b.service AND ${name}.person = b.person AND ${name}.month = ${month} AND ${name}.value = ${value}`;
}

/** Columns a lineage line shows of the counted row. */
export const identity = ["record", "record_version", "source_file", "src_row", "service", "person", "day"] as const;
