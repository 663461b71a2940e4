import { addDays, type Day, daysBetween } from "../day.ts";
import type { Register } from "../register/register.ts";

/** Past its day; due today or in the six days after; or not finished, whatever its day. */
export const rowStates = ["overdue", "due", "open"] as const;
export type RowState = (typeof rowStates)[number];

/** What somebody asked for, e.g. “overdue safeguarding actions”. */
export interface RowQuery {
  readonly state: RowState;
  /** A value of the register's `category` field. */
  readonly category?: string | undefined;
  readonly service?: string | undefined;
  readonly contract?: string | undefined;
}

interface AnyRow {
  readonly key: string;
}

const read = (row: AnyRow, field: string): unknown => Reflect.get(row, field);

/** How a register says when a row is due and whether it is still open. */
interface Due {
  /** The field with the day; without one a row is open or not, never overdue. */
  readonly day?: string;
  /** Given all rows once, tells of each whether it is open. */
  openAmong(rows: readonly AnyRow[]): (row: AnyRow) => boolean;
}

const until =
  (...finished: readonly string[]) =>
  () =>
  (row: AnyRow): boolean =>
    !finished.some((each) => each === read(row, "status") || each === read(row, "stage"));

/** For every register whose rows can be open. A register that is not here answers nothing. */
const dueOf: Readonly<Record<string, Due>> = {
  actions: { day: "deadline", openAmong: until("complete", "effective", "not-yet-effective", "too-early-to-say") },
  cycles: { day: "due", openAmong: until("closed") },
  "manager-reviews": { day: "due", openAmong: until("answered", "resolved") },
  "early-warnings": { day: "by", openAmong: until("dismissed", "cleared") },
  "sign-offs": {
    day: "due",
    openAmong: (rows) => {
      const decided = new Set(rows.map((each) => read(each, "ask")));
      return (row) => read(row, "kind") === "ask" && !decided.has(row.key);
    },
  },
  "validation-log": { openAmong: until("agrees", "closed") },
  themes: { openAmong: until("closed") },
  commentary: { openAmong: until("approved", "dismissed") },
  imports: { openAmong: until("accepted", "refused") },
  "assurance-plans": { openAmong: until("complete") },
  specifications: { openAmong: until("approved", "superseded") },
  packs: { openAmong: until("submitted", "superseded") },
};

/** True for registers whose rows can be asked for by {@link RowState}. */
export const canBeDue = ({ slug }: Register): boolean => Object.hasOwn(dueOf, slug);

/** The rows asked for, longest overdue first, then soonest due, then those without a day; equals by key. */
export function selectRows<R extends AnyRow>(
  register: Register,
  rows: readonly R[],
  { state, category, service, contract }: RowQuery,
  today: Day,
): readonly R[] {
  const due = dueOf[register.slug];
  if (due === undefined) return [];
  const wanted = [
    { field: "category", value: category },
    { field: register.scope.services, value: service },
    { field: register.scope.contract, value: contract },
  ].filter(({ value }) => value !== undefined);
  const isOpen = due.openAmong(rows);
  return rows
    .filter((row) => wanted.every(({ field, value }) => field !== undefined && says(read(row, field), value)))
    .filter((row) => isOpen(row) && inState(state, dayOf(due, row), today))
    .toSorted((a, b) => inOrder(dayOf(due, a), dayOf(due, b)) || inOrder(a.key, b.key));
}

/** Whole days a row's day is past; undefined when it has none or is not past it. Says nothing about being finished. */
export function daysPast(register: Register, row: AnyRow, today: Day): number | undefined {
  const due = dueOf[register.slug];
  return due && dayOf(due, row) < today ? daysBetween(dayOf(due, row), today) : undefined;
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const says = (held: unknown, value: unknown) => (Array.isArray(held) ? held.includes(value) : held === value);

/** A row without a day comes last. */
const NEVER = "9999-12-31";

const dayOf = ({ day }: Due, row: AnyRow): Day => {
  const value = day === undefined ? undefined : read(row, day);
  return typeof value === "string" && value !== "" ? value : NEVER;
};

function inState(state: RowState, day: Day, today: Day): boolean {
  if (state === "open") return true;
  return state === "overdue" ? day < today : day >= today && day < addDays(today, 7);
}
