import { type DatasetName, datasets } from "./dataset.ts";
import { columnOf, isDayColumn, isMoment } from "./relation.ts";
import type { Column, Condition, Measure, Operator, Population, Rule, Term } from "./rule.ts";

/** A rule in plain English, for the “where this came from” page. Each is a phrase without a full stop. */
export interface SaidRule {
  readonly population: string;
  readonly exclusions?: string;
  readonly numerator: string;
  readonly denominator: string;
}

export const sayRule = ({ population, exclusions, numerator, denominator }: Rule): SaidRule => ({
  population: sayPopulation(population),
  ...(exclusions && { exclusions: sayCondition(exclusions, population.dataset) }),
  numerator: sayMeasure(numerator, population),
  denominator: sayMeasure(denominator, population),
});

function sayPopulation({ dataset, by, where, kinds }: Population): string {
  const whose = kinds ? ` of ${listed(kinds.map(spaced), "and")} services` : "";
  const when = dataset === "packages" ? "" : ` with the ${sayColumn(by, dataset)} in the period`;
  const which = where ? `, where ${sayCondition(where, dataset)}` : "";
  return `${datasets[dataset].words.many}${whose}${when}${which}`;
}

function sayMeasure(measure: Measure, population: Population): string {
  const over = measure.in ?? population;
  const where = measure.where ? `, where ${sayCondition(measure.where, over.dataset)}` : "";
  const of = measure.in ? `: ${sayPopulation(measure.in)}` : "";
  return `${sayCounted(measure, over)}${of}${where}`;
}

function sayCounted(measure: Measure, { dataset }: Population): string {
  if ("sum" in measure) return `total ${sayColumn(measure.sum, dataset)}`;
  if ("distinct" in measure) return `number of different ${sayColumn(measure.distinct, dataset)}s in each service`;
  return measure.count === "rows" ? `number of ${datasets[dataset].words.many}` : "days of the packages in the period";
}

/** “planned start present and actual start empty”. */
export function sayCondition(condition: Condition, dataset: DatasetName): string {
  const column = (name: Column) => sayColumn(name, dataset);
  if ("all" in condition)
    return listed(
      condition.all.map((each) => grouped(each, dataset)),
      "and",
    );
  if ("any" in condition)
    return listed(
      condition.any.map((each) => grouped(each, dataset)),
      "or",
    );
  if ("not" in condition) return `not (${sayCondition(condition.not, dataset)})`;
  if ("empty" in condition) return `${column(condition.empty)} empty`;
  if ("present" in condition) return `${column(condition.present)} present`;
  if ("frequent" in condition)
    return `${column(condition.frequent)} among the person's ${condition.top} most frequent in the service that month`;
  if ("compare" in condition) return sayCompare(condition.compare, dataset);
  return `${column(condition.column)} is ${listed(condition.oneOf.map(String), "or")}`;
}

const grouped = (condition: Condition, dataset: DatasetName) =>
  "any" in condition || "all" in condition ? `(${sayCondition(condition, dataset)})` : sayCondition(condition, dataset);

const amounts: Readonly<Record<Operator, string>> = {
  "=": "is",
  "<>": "is not",
  "<": "is less than",
  "<=": "is at most",
  ">": "is more than",
  ">=": "is at least",
};

const times: Readonly<Record<Operator, string>> = {
  "=": "is at",
  "<>": "is not at",
  "<": "is before",
  "<=": "is no later than",
  ">": "is after",
  ">=": "is no earlier than",
};

function sayCompare([left, operator, right]: readonly [Term, Operator, Term], dataset: DatasetName): string {
  const words = isTime(left, dataset) ? times : amounts;
  return `${sayTerm(left, dataset)} ${words[operator]} ${sayTerm(right, dataset)}`;
}

const isTime = (term: Term, dataset: DatasetName) => {
  const name = "column" in term ? columnOf(dataset, term.column)?.name : undefined;
  return name !== undefined && (isDayColumn(name) || isMoment(name));
};

function sayTerm(term: Term, dataset: DatasetName): string {
  const column = (name: Column) => sayColumn(name, dataset);
  if ("column" in term) return column(term.column);
  if ("value" in term) return typeof term.value === "number" ? term.value.toLocaleString("en-GB") : `“${term.value}”`;
  if ("percent" in term) return `${term.percent} % of the ${column(term.of)}`;
  const [unit, [later, earlier]] =
    "minutes" in term ? (["minutes", term.minutes] as const) : (["days", term.days] as const);
  return `${unit} from ${column(earlier)} to ${column(later)}`;
}

/** “planned start”; a related record's column names the record only where the counted one has a column of that name. */
export function sayColumn(name: Column, dataset: DatasetName): string {
  const found = columnOf(dataset, name);
  const words = spaced(found?.name ?? name).replace(/ min$/, " minutes");
  const unclear = found?.relation && columnOf(dataset, found.name) !== undefined;
  return unclear ? `${found.relation?.name}'s ${words}` : words;
}

const spaced = (name: string) => name.replaceAll(/[_-]/g, " ");

function listed(parts: readonly string[], word: "and" | "or"): string {
  const last = parts.at(-1) ?? "";
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} ${word} ${last}` : last;
}
