import { type DatasetName, datasets } from "../dataset.ts";
import type { Query } from "../query.ts";
import { columnOf } from "../relation.ts";
import type { Column, Rule } from "../rule.ts";
import { type Binder, binder } from "./binder.ts";
import { columnSql } from "./condition-sql.ts";
import { type Count, columnsOfCount, countsOf, scanKey } from "./count.ts";
import { addsSql, countsSql } from "./measure-sql.ts";
import type { Scope } from "./scope.ts";
import { identity, sourceOf } from "./source-sql.ts";

/** The rows of one dataset behind a figure. A figure has one or, when its two sides count different records, two. */
export interface LineagePart {
  readonly dataset: DatasetName;
  /** Names of the columns of a line, as rules say them, in order. */
  readonly columns: readonly string[];
  /** A page of lines, by service, month, day and place in their file; binds `$limit` and `$offset`. */
  readonly page: (limit: number, offset: number) => Query;
  /** The lines of one record; binds `$record`. */
  readonly ofRecord: (record: string) => Query;
  /** How many lines there are and what they add up to: `lines`, `numerator`, `denominator`. */
  readonly totals: Query;
  /** Seeded sample: so many lines of each service, of those in the numerator and of the others, drawn without looking. */
  readonly sample: (each: number, multiplier: number) => Query;
}

/** The exact rows that a figure counted, in either side. */
export function lineageOf(rule: Rule, scope: Scope): readonly LineagePart[] {
  const { numerator, denominator } = countsOf(rule);
  return scanKey(numerator) === scanKey(denominator)
    ? [partOf({ numerator, denominator }, scope)]
    : [partOf({ numerator }, scope), partOf({ denominator }, scope)];
}

type Sides = { readonly numerator?: Count; readonly denominator?: Count };

/** What every line says before the columns its rule reads. */
const standing = ["month", "in_numerator", "in_denominator", "numerator", "denominator"] as const;

function partOf(sides: Sides, scope: Scope): LineagePart {
  const counts = [sides.numerator, sides.denominator].filter((count) => count !== undefined);
  const [first, ...rest] = counts;
  if (!first) throw new RangeError("lineage of nothing");
  const { dataset } = first.population;
  const bind = binder();
  const source = sourceOf([first, ...rest], scope, bind, { lineage: true });
  const related = source.relations.flatMap(({ name }) =>
    ["record", "record_version", "source_file", "src_row"].map((column) => `${name}.${column}`),
  );
  const read = counts.flatMap(columnsOfCount);
  const columns = [...new Set<string>([...identity, ...read, ...related])];
  const sql = `SELECT '${dataset}' AS dataset, ${source.month} AS month,
  ${standingSql(sides, bind)},
  ${columns.map((column) => `${columnSql(column, { dataset })} AS "${column}"`).join(", ")}, b.rk AS rk
${source.sql}
  AND (${counts.map((count) => countsSql(count, bind)).join(" OR ")})`;
  const query = (text: string, parameters = {}): Query => ({
    sql: text,
    parameters: { ...bind.parameters, ...parameters },
    datasets: source.datasets,
  });
  const shown = ["dataset", ...standing, ...columns];
  return {
    dataset,
    columns: shown,
    page: (limit, offset) => query(pageSql(sql, shown), { limit, offset }),
    ofRecord: (record) => query(ofRecordSql(sql, shown), { record }),
    totals: query(totalsSql(sql)),
    sample: (each, multiplier) => query(sampleSql(sql, shown), { each, multiplier }),
  };
}

function standingSql(sides: Sides, bind: Binder): string {
  const side = (name: "numerator" | "denominator") => {
    const count = sides[name];
    const [is, adds] = count ? [countsSql(count, bind), addsSql(count)] : ["1 = 0", "0"];
    return [`CASE WHEN ${is} THEN 1 ELSE 0 END AS in_${name}`, `CASE WHEN ${is} THEN ${adds} ELSE 0 END AS ${name}`];
  };
  const [inNumerator, numerator] = side("numerator");
  const [inDenominator, denominator] = side("denominator");
  return [inNumerator, inDenominator, numerator, denominator].join(",\n  ");
}

const named = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(", ");

const pageSql = (lines: string, columns: readonly string[]) => `SELECT ${named(columns)} FROM (
${lines}
) AS lines ORDER BY "service", "month", "day", "source_file", "src_row", "record" LIMIT $limit OFFSET $offset`;

const ofRecordSql = (lines: string, columns: readonly string[]) => `SELECT ${named(columns)} FROM (
${lines}
) AS lines WHERE "record" = $record ORDER BY "service", "month", "source_file", "src_row"`;

const totalsSql = (lines: string) => `SELECT COUNT(*) AS lines,
  CAST(COALESCE(SUM(numerator), 0) AS BIGINT) AS numerator, CAST(COALESCE(SUM(denominator), 0) AS BIGINT) AS denominator
FROM (
${lines}
) AS lines`;

const sampleSql = (lines: string, columns: readonly string[]) => `SELECT ${named(columns)} FROM (
SELECT ${named(columns)}, ROW_NUMBER() OVER (PARTITION BY "service", in_numerator
  ORDER BY (rk * $multiplier) % 2147483647, src_row, source_file) AS place
FROM (
${lines}
) AS lines
) AS drawn WHERE place <= $each ORDER BY "service", in_numerator, place`;

/** For people: what kind of column a line's name means. */
export const isNumberColumn = (dataset: DatasetName, column: Column): boolean =>
  columnOf(dataset, column)?.kind === "integer" || standing.some((each) => each === column);

/** For people: the trade's word for the lines of a part. */
export const linesOf = (dataset: DatasetName): string => datasets[dataset].words.many;
