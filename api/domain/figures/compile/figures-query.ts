import type { Query } from "../query.ts";
import { binder } from "./binder.ts";
import type { Count } from "./count.ts";
import { totalSql } from "./measure-sql.ts";
import type { Scope } from "./scope.ts";
import { sourceOf } from "./source-sql.ts";

/**
 * One scan that answers counts of equal `scanKey`: a row a service (and, by month, a calendar month), with the counts
 * as `c1`, `c2` … in the order given.
 */
export function figuresQuery(
  counts: readonly [Count, ...Count[]],
  scope: Scope,
  { byMonth }: { byMonth: boolean },
): Query {
  const bind = binder();
  const source = sourceOf(counts, scope, bind);
  const totals = counts.map((count, at) => `${totalSql(count, bind)} AS c${at + 1}`);
  const keys = byMonth ? ["b.service", source.month] : ["b.service"];
  const select = [...keys.map((key, at) => `${key} AS ${at === 0 ? "service" : "month"}`), ...totals];
  return {
    sql: `SELECT ${select.join(",\n  ")}\n${source.sql}\nGROUP BY ${keys.join(", ")}\nORDER BY ${keys.join(", ")}`,
    parameters: bind.parameters,
    datasets: source.datasets,
  };
}
