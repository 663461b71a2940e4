import { type CheckColumn, canTakeOn, columnOfCheck } from "#domain/assurance/columns-of-checks.ts";
import { entriesLeft } from "#domain/assurance/entries-left.ts";
import { hasRole } from "#domain/people/person.ts";
import { type AssurancePlan, assurancePlans } from "#domain/registers/assurance-plans.ts";
import { type Cycle, cycles } from "#domain/registers/cycles.ts";
import { type ValidationRow, validationLog } from "#domain/registers/validation-log.ts";
import { everybody } from "./everybody.ts";
import type { Call } from "./operation.ts";
import { count, dueOf, isMine, type Waiting } from "./work-item.ts";

/** Records still to check and discrepancies whose next step is the person's, a line for each cycle and step. */
export function recordsWaiting(call: Call): readonly Waiting[] {
  const log = call.rows.all(validationLog);
  return call.rows
    .all(cycles)
    .filter(({ stage }) => stage !== "closed")
    .flatMap((cycle) => {
      const rows = log.filter((row) => row.cycle === cycle.key);
      return [...checksIn(cycle, rows, call), ...discrepanciesIn(cycle, rows, call)];
    });
}

function checksIn(cycle: Cycle, rows: readonly ValidationRow[], call: Call): readonly Waiting[] {
  const plans = call.rows
    .all(assurancePlans)
    .filter((plan) => plan.cycle === cycle.key && plan.status !== "complete")
    .filter(({ checker }) => checker !== undefined && isMine(call, checker));
  const records = plans.flatMap(({ key }) => rows.filter((row) => row.plan === key && row.status === "to-check"));
  const entries = plans.flatMap((plan) => entriesOf(plan, rows));
  if (records.length + entries.length === 0) return [];
  const what = [
    ...(records.length > 0 ? [count(records.length, "record", "records")] : []),
    ...(entries.length > 0 ? [count(entries.length, "entry of a paper source", "entries of paper sources")] : []),
  ].join(" and ");
  return [item(cycle, { key: `${cycle.key}-checks`, kind: "records to check", title: `${what} to check` })];
}

const entriesOf = (plan: AssurancePlan, rows: readonly ValidationRow[]): readonly number[] =>
  entriesLeft(
    plan,
    rows.filter((row) => row.plan === plan.key),
  ) ?? [];

/** What a discrepancy needs in each column; checking is counted apart. */
const needs: Readonly<Record<Exclude<CheckColumn, "check">, string>> = {
  cause: "a cause",
  treatment: "a decision",
  correction: "their correction recorded",
  "re-check": "a second check",
  close: "closing",
};

function discrepanciesIn(cycle: Cycle, rows: readonly ValidationRow[], call: Call): readonly Waiting[] {
  const { person, outside } = call;
  const people = everybody(outside);
  const columns = Map.groupBy(
    rows.filter((row) => canTakeOn(row, person, { everybody: people })),
    (row) => columnOfCheck(row) ?? "check",
  );
  return [...columns].flatMap(([column, some]) => {
    if (column === "check") return [];
    // Anybody may record a correction; the registered manager is who sees to it.
    if (column === "correction" && !hasRole(person, "registered-manager")) return [];
    const title = `${count(some.length, "discrepancy needs", "discrepancies need")} ${needs[column]}`;
    return [item(cycle, { key: `${cycle.key}-${column}`, kind: "discrepancies", title })];
  });
}

const item = (cycle: Cycle, { key, kind, title }: Pick<Waiting, "key" | "kind" | "title">): Waiting => ({
  key,
  kind,
  title: `${cycle.name}: ${title}`.slice(0, 255),
  due: dueOf(cycle, "validate"),
  link: `/cycles/${cycle.key}/validate`,
});
