import type { DatasetName } from "../dataset.ts";
import { columnOf } from "../relation.ts";
import type { Column, Condition, Term } from "../rule.ts";
import type { Binder } from "./binder.ts";

/** What a condition is compiled against. */
export interface Against {
  readonly dataset: DatasetName;
  readonly bind: Binder;
}

/**
 * A condition as SQL that is always true or false, never unknown: a comparison with an empty value is false, so that its
 * `NOT` is true in every engine. The counted row is `b`, a related one has the relation's name.
 */
export function conditionSql(condition: Condition, against: Against): string {
  if ("all" in condition) return joined(condition.all, " AND ", against);
  if ("any" in condition) return joined(condition.any, " OR ", against);
  if ("not" in condition) return `NOT ${conditionSql(condition.not, against)}`;
  if ("compare" in condition) return compareSql(condition.compare, against);
  if ("empty" in condition) return `(${columnSql(condition.empty, against)} IS NULL)`;
  if ("present" in condition) return `(${columnSql(condition.present, against)} IS NOT NULL)`;
  if ("frequent" in condition) {
    const place = `${placeName(condition.frequent)}.place`;
    return `(${place} IS NOT NULL AND ${place} <= ${against.bind.value(condition.top)})`;
  }
  const values = condition.oneOf.map((value) => against.bind.value(value)).join(", ");
  return guarded([condition.column], `${columnSql(condition.column, against)} IN (${values})`, against);
}

/** Name in SQL of the derived table that ranks a column's values for {@link Condition} `frequent`. */
export const placeName = (column: Column): string => `most_${column}`;

/** `b.planned_start` or `visit.actual_start`; throws for a column that is not of the dataset, which parsing refuses. */
export function columnSql(column: Column, { dataset }: Pick<Against, "dataset">): string {
  const found = columnOf(dataset, column);
  if (!found) throw new RangeError(`no column ${column} in ${dataset}`);
  return `${found.relation?.name ?? "b"}.${found.name}`;
}

/** Every column a condition reads. */
export function columnsRead(condition: Condition): readonly Column[] {
  if ("all" in condition) return condition.all.flatMap(columnsRead);
  if ("any" in condition) return condition.any.flatMap(columnsRead);
  if ("not" in condition) return columnsRead(condition.not);
  if ("compare" in condition) return [condition.compare[0], condition.compare[2]].flatMap(termColumns);
  if ("empty" in condition) return [condition.empty];
  if ("present" in condition) return [condition.present];
  return ["frequent" in condition ? condition.frequent : condition.column];
}

/** The `frequent` conditions within a condition. */
export function frequentIn(condition: Condition): readonly Column[] {
  if ("all" in condition) return condition.all.flatMap(frequentIn);
  if ("any" in condition) return condition.any.flatMap(frequentIn);
  if ("not" in condition) return frequentIn(condition.not);
  return "frequent" in condition ? [condition.frequent] : [];
}

const joined = (conditions: readonly Condition[], by: string, against: Against) =>
  `(${conditions.map((condition) => conditionSql(condition, against)).join(by)})`;

const compareSql = (
  [left, operator, right]: Extract<Condition, { compare: unknown }>["compare"],
  against: Against,
): string => {
  // Per cent is compared a hundredfold on both sides, so that everything stays a whole number.
  const scale = "percent" in left || "percent" in right ? 100 : 1;
  const sides = [left, right].map((term) => termSql(term, scale, against));
  return guarded([left, right].flatMap(termColumns), `${sides[0]} ${operator} ${sides[1]}`, against);
};

function guarded(columns: readonly Column[], sql: string, against: Against): string {
  const guards = [...new Set(columns)]
    .filter((column) => columnOf(against.dataset, column)?.empty)
    .map((column) => `${columnSql(column, against)} IS NOT NULL AND `);
  return `(${guards.join("")}${sql})`;
}

const termColumns = (term: Term): readonly Column[] => {
  if ("column" in term) return [term.column];
  if ("minutes" in term) return term.minutes;
  if ("days" in term) return term.days;
  return "percent" in term ? [term.of] : [];
};

function termSql(term: Term, scale: 1 | 100, against: Against): string {
  const sql = (column: Column) => columnSql(column, against);
  if ("percent" in term) return `${sql(term.of)} * ${against.bind.value(term.percent)}`;
  const hundredfold = scale === 100 ? " * 100" : "";
  if ("column" in term) return `${sql(term.column)}${hundredfold}`;
  if ("value" in term) return `${against.bind.value(term.value)}${hundredfold}`;
  const [later, earlier] =
    "minutes" in term ? term.minutes.map(sql) : term.days.map((column) => dayNumber(sql(column)));
  return `(${later} - ${earlier})${hundredfold}`;
}

/**
 * Number of a civil day from its text, by whole-number arithmetic that every engine does alike
 * (Hinnant, chrono-compatible low-level date algorithms, “days_from_civil”, years after 0 only).
 */
function dayNumber(day: string): string {
  const part = (from: number, length: number) => `CAST(SUBSTR(${day}, ${from}, ${length}) AS BIGINT)`;
  const whole = (sum: string, by: number) => `((${sum} - ${sum} % ${by}) / ${by})`;
  const year = `(${part(1, 4)} - CASE WHEN ${part(6, 2)} <= 2 THEN 1 ELSE 0 END)`;
  const month = `(${part(6, 2)} + CASE WHEN ${part(6, 2)} <= 2 THEN 9 ELSE -3 END)`;
  const leaps = `${whole(year, 4)} - ${whole(year, 100)} + ${whole(year, 400)}`;
  return `(365 * ${year} + ${leaps} + ${whole(`(153 * ${month} + 2)`, 5)} + ${part(9, 2)})`;
}
