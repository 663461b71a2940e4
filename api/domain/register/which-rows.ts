import type { Field } from "./field.ts";
import type { Register } from "./register.ts";

/** Which rows of a register somebody wants to look at; what is left out is any. */
export interface WhichRows {
  /** One of the register's practice names. */
  readonly view?: string | undefined;
  readonly status?: string | undefined;
  readonly service?: string | undefined;
  readonly contract?: string | undefined;
  /** Words that all stand somewhere in the row's unrestricted answers. */
  readonly words?: string | undefined;
}

type Answers = Readonly<Record<string, unknown>>;

/** How an answer reads, e.g. a person's name for their account. */
export type AnswerWords = (field: Field, value: unknown) => string;

/** Whether a row is one of those wanted; `row` holds its key beside its answers. Restricted answers are never searched. */
export function isWanted(register: Register, row: Answers, wanted: WhichRows, wordsOf: AnswerWords): boolean {
  const { status, scope } = register;
  const where = register.views.find(({ name }) => name === wanted.view)?.where;
  return (
    (where === undefined || holdsOne(row[where.field], where.is)) &&
    holds(row, status, wanted.status) &&
    holds(row, scope.contract, wanted.contract) &&
    holds(row, scope.services, wanted.service) &&
    says(register, row, wanted.words, wordsOf)
  );
}

/** A filter by something the register does not have leaves every row. */
const holds = (row: Answers, field: string | undefined, wanted: string | undefined): boolean =>
  field === undefined || !wanted || holdsOne(row[field], [wanted]);

const holdsOne = (value: unknown, wanted: readonly string[]): boolean =>
  (Array.isArray(value) ? value : [value]).some((each) => wanted.includes(String(each)));

function says(register: Register, row: Answers, words: string | undefined, wordsOf: AnswerWords): boolean {
  const asked = (words ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  if (asked.length === 0) return true;
  const all = Object.entries(register.fields)
    .filter(([name, field]) => !field.restricted && row[name] !== undefined)
    .map(([name, field]) => wordsOf(field, row[name]))
    .join(" ")
    .concat(" ", String(row.key ?? ""))
    .toLowerCase();
  return asked.every((word) => all.includes(word));
}
