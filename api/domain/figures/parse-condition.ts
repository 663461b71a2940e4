import { type DatasetName, datasets } from "./dataset.ts";
import { columnOf, isDayColumn, isMoment } from "./relation.ts";
import { type Condition, type Operator, operators, type Term } from "./rule.ts";

/** Where in the rule we are, whose columns may be named, and what is wrong so far. */
export interface Reading {
  readonly at: string;
  readonly dataset: DatasetName;
  readonly problems: string[];
  readonly depth?: number;
}

const DEEPEST = 8;
const LONGEST = 200;
const FORMS = ["compare", "empty", "present", "column", "frequent", "all", "any", "not"] as const;

export type Bag = Record<string, unknown>;
export const isBag = (value: unknown): value is Bag =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const quoted = (value: unknown): string => (typeof value === "string" ? `“${value.slice(0, 60)}”` : "that");

/** A problem for every word that should not be there: a misspelt one would be silently ignored otherwise. */
export const unexpected = (at: string, value: Bag, known: readonly string[]): readonly string[] =>
  Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => `${at}: ${quoted(key)} is not understood here. Known: ${known.join(", ")}.`);

const wrong = ({ at, problems }: Reading, say: string): undefined => {
  problems.push(`${at}: ${say}`);
  return undefined;
};

/** Reads one condition; undefined, with the reasons added to `problems`, when it is not one. */
export function parseCondition(value: unknown, reading: Reading): Condition | undefined {
  if ((reading.depth ?? 0) > DEEPEST) return wrong(reading, "conditions are nested too deeply.");
  const form = isBag(value) ? FORMS.find((each) => Object.hasOwn(value, each)) : undefined;
  if (!isBag(value) || !form) return wrong(reading, `a condition has one of: ${FORMS.join(", ")}.`);
  reading.problems.push(...unexpected(reading.at, value, [form, ...(extra[form] ?? [])]));
  return readers[form](value, reading);
}

const extra: Readonly<Partial<Record<(typeof FORMS)[number], readonly string[]>>> = {
  column: ["oneOf"],
  frequent: ["top"],
};

const readers: Readonly<Record<(typeof FORMS)[number], (value: Bag, reading: Reading) => Condition | undefined>> = {
  compare: ({ compare }, reading) => parseCompare(compare, reading),
  empty: ({ empty }, reading) => (known(empty, reading) ? { empty } : undefined),
  present: ({ present }, reading) => (known(present, reading) ? { present } : undefined),
  column: ({ column, oneOf }, reading) => parseOneOf(column, oneOf, reading),
  frequent: ({ frequent, top }, reading) => parseFrequent(frequent, top, reading),
  all: ({ all }, reading) => several(all, reading, (conditions) => ({ all: conditions })),
  any: ({ any }, reading) => several(any, reading, (conditions) => ({ any: conditions })),
  not: ({ not }, reading) => {
    const condition = parseCondition(not, deeper(reading, "not"));
    return condition && { not: condition };
  },
};

const deeper = (reading: Reading, step: string): Reading => ({
  ...reading,
  at: `${reading.at}, ${step}`,
  depth: (reading.depth ?? 0) + 1,
});

function several(value: unknown, reading: Reading, make: (conditions: readonly Condition[]) => Condition) {
  if (!Array.isArray(value) || value.length === 0 || value.length > LONGEST)
    return wrong(reading, `“all” and “any” take a list of 1 to ${LONGEST} conditions.`);
  const conditions = value.map((each, at) => parseCondition(each, deeper(reading, `condition ${at + 1}`)));
  const good = conditions.filter((each) => each !== undefined);
  return good.length === conditions.length ? make(good) : undefined;
}

function known(column: unknown, reading: Reading): column is string {
  if (typeof column === "string" && columnOf(reading.dataset, column)) return true;
  wrong(
    reading,
    `${datasets[reading.dataset].words.many} have no column ${quoted(column)}. See the list of columns for the dataset.`,
  );
  return false;
}

function parseOneOf(column: unknown, oneOf: unknown, reading: Reading): Condition | undefined {
  if (!known(column, reading)) return undefined;
  if (!Array.isArray(oneOf) || oneOf.length === 0 || oneOf.length > LONGEST)
    return wrong(reading, `“oneOf” takes a list of 1 to ${LONGEST} values.`);
  const kind = columnOf(reading.dataset, column)?.kind;
  return oneOf.every((value) => kindOf(value) === kind)
    ? { column, oneOf }
    : wrong(reading, `the values for ${quoted(column)} must all be ${kind === "integer" ? "whole numbers" : "text"}.`);
}

function parseFrequent(column: unknown, top: unknown, reading: Reading): Condition | undefined {
  if (!known(column, reading)) return undefined;
  if (columnOf(reading.dataset, column)?.relation)
    return wrong(reading, "“frequent” takes a column of the counted records themselves.");
  return typeof top === "number" && Number.isInteger(top) && top >= 1 && top <= 50
    ? { frequent: column, top }
    : wrong(reading, "“top” must be a whole number from 1 to 50.");
}

function parseCompare(value: unknown, reading: Reading): Condition | undefined {
  if (!Array.isArray(value) || value.length !== 3)
    return wrong(reading, "“compare” takes [one side, a sign, the other].");
  const [one, sign, other] = value;
  const operator = operators.find((each) => each === sign);
  if (!operator) return wrong(reading, `${quoted(sign)} is not a sign. Use one of: ${operators.join(" ")}.`);
  const left = parseTerm(one, reading);
  const right = parseTerm(other, reading);
  if (!left || !right) return undefined;
  return compared(left, operator, right, reading);
}

function compared(left: Term, operator: Operator, right: Term, reading: Reading): Condition | undefined {
  if ("value" in left && "value" in right) return wrong(reading, "a comparison needs a column on at least one side.");
  if (termKind(left, reading.dataset) !== termKind(right, reading.dataset))
    return wrong(reading, "text can only be compared with text, and numbers with numbers.");
  return { compare: [left, operator, right] };
}

function parseTerm(value: unknown, reading: Reading): Term | undefined {
  if (!isBag(value)) return wrong(reading, 'each side is an object, e.g. {"column": "day"} or {"value": 15}.');
  if ("percent" in value) return parsePercent(value, reading);
  const [[form, inner] = [], ...rest] = Object.entries(value);
  if (rest.length > 0) return wrong(reading, "each side has exactly one of: column, value, minutes, days, percent.");
  if (form === "column") return known(inner, reading) ? { column: inner } : undefined;
  if (form === "minutes") return parseDifference(inner, reading, "minutes");
  if (form === "days") return parseDifference(inner, reading, "days");
  if (form === "value" && kindOf(inner) && (typeof inner === "string" || typeof inner === "number"))
    return { value: inner };
  return wrong(
    reading,
    "each side has exactly one of: column, value (text or a whole number), minutes, days, percent.",
  );
}

function parsePercent({ percent, of, ...rest }: Bag, reading: Reading): Term | undefined {
  if (!known(of, reading)) return undefined;
  if (columnOf(reading.dataset, of)?.kind !== "integer" || Object.keys(rest).length > 0)
    return wrong(reading, "a percentage is of a column that holds a number.");
  return typeof percent === "number" && Number.isInteger(percent) && percent > 0 && percent <= 1000
    ? { percent, of }
    : wrong(reading, "a percentage is a whole number from 1 to 1000.");
}

function parseDifference(value: unknown, reading: Reading, unit: "minutes" | "days"): Term | undefined {
  if (!Array.isArray(value) || value.length !== 2)
    return wrong(reading, `“${unit}” takes two columns: the later, then the earlier.`);
  const [later, earlier] = value;
  if (!known(later, reading) || !known(earlier, reading)) return undefined;
  const fits = unit === "days" ? isDayColumn : isMoment;
  return [later, earlier].every((column) => fits(columnOf(reading.dataset, column)?.name ?? ""))
    ? unit === "days"
      ? { days: [later, earlier] }
      : { minutes: [later, earlier] }
    : wrong(reading, `“${unit}” needs two columns that hold ${unit === "days" ? "a day" : "a moment"}.`);
}

const kindOf = (value: unknown) =>
  typeof value === "string" ? "text" : Number.isSafeInteger(value) ? "integer" : undefined;

const termKind = (term: Term, dataset: DatasetName) => {
  if ("column" in term) return columnOf(dataset, term.column)?.kind;
  return "value" in term ? kindOf(term.value) : "integer";
};
