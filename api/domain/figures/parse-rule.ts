import { frequentIn } from "./compile/condition-sql.ts";
import { type DatasetName, datasets } from "./dataset.ts";
import { isBag, parseCondition, quoted, unexpected } from "./parse-condition.ts";
import { columnOf, isDayColumn } from "./relation.ts";
import type { Condition, Counted, Measure, Population, Rule } from "./rule.ts";

/** A rule that can be run, or everything that is wrong with it in plain English. */
export type Parsed<T> = { readonly ok: T } | { readonly problems: readonly string[] };

/** The dataset and the four JSON texts of an indicator's register row, as stored. */
export interface RuleTexts {
  readonly dataset: string;
  /** Like {@link Population} without its dataset. */
  readonly population?: string | undefined;
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
  readonly exclusions?: string | undefined;
}

/** Reads the JSON texts of a register row. */
export function parseRuleTexts(texts: RuleTexts): Parsed<Rule> {
  const problems: string[] = [];
  const read = (name: string, text: string | undefined): unknown => {
    if (text === undefined || text.trim() === "") return undefined;
    try {
      return JSON.parse(text);
    } catch {
      problems.push(`${name}: this is not JSON. Check for a missing comma, quote or bracket.`);
      return undefined;
    }
  };
  const population = read("Population", texts.population);
  const value = {
    population: isBag(population) ? { dataset: texts.dataset, ...population } : population,
    numerator: read("Numerator", texts.numerator),
    denominator: read("Denominator", texts.denominator),
    exclusions: read("Exclusions", texts.exclusions),
  };
  if (isBag(value.population) && value.population.dataset !== texts.dataset)
    problems.push(`Population: it names another dataset than “Counted from”, which is ${quoted(texts.dataset)}.`);
  return problems.length > 0 ? { problems } : parseRule(value);
}

const FREQUENT_LATER =
  "“frequent” is found among the records covered, so it can only stand in the numerator or the denominator.";

/** Checks that a value is a rule over columns that exist, of kinds that fit. */
export function parseRule(value: unknown): Parsed<Rule> {
  const problems: string[] = [];
  if (!isBag(value)) return { problems: ["A rule needs a population, a numerator and a denominator."] };
  problems.push(...unexpected("The rule", value, ["population", "numerator", "denominator", "exclusions"]));
  const population = parsePopulation("Population", value.population, problems);
  if (!population) return { problems };
  const exclusions = maybeCondition("Exclusions", value.exclusions, population.dataset, problems);
  if (exclusions && frequentIn(exclusions).length > 0) problems.push(`Exclusions: ${FREQUENT_LATER}`);
  const numerator = parseMeasure("Numerator", value.numerator, population, problems);
  const denominator = parseMeasure("Denominator", value.denominator, population, problems);
  if (!numerator || !denominator || problems.length > 0) return { problems };
  return { ok: { population, numerator, denominator, ...(exclusions && { exclusions }) } };
}

function parsePopulation(at: string, value: unknown, problems: string[]): Population | undefined {
  if (!isBag(value)) {
    problems.push(`${at}: say which records are counted, e.g. {"dataset": "visits", "by": "day"}.`);
    return undefined;
  }
  problems.push(...unexpected(at, value, ["dataset", "by", "where", "kinds"]));
  const { dataset, by, kinds } = value;
  if (!isDataset(dataset)) {
    problems.push(`${at}: there is no dataset ${quoted(dataset)}. Choose one of: ${Object.keys(datasets).join(", ")}.`);
    return undefined;
  }
  if (typeof by !== "string" || !isDayColumn(by) || !columnOf(dataset, by)) {
    problems.push(
      `${at}: “by” must be a day of ${datasets[dataset].words.many}, e.g. “day”; ${quoted(by)} is not one.`,
    );
    return undefined;
  }
  if (kinds !== undefined && !isTextList(kinds)) problems.push(`${at}: “kinds” must be a list of kinds of service.`);
  const where = maybeCondition(at, value.where, dataset, problems);
  if (where && frequentIn(where).length > 0) problems.push(`${at}: ${FREQUENT_LATER}`);
  return { dataset, by, ...(where && { where }), ...(isTextList(kinds) && { kinds }) };
}

function parseMeasure(at: string, value: unknown, population: Population, problems: string[]): Measure | undefined {
  if (!isBag(value)) {
    problems.push(`${at}: say what is counted, e.g. {"count": "rows"}.`);
    return undefined;
  }
  problems.push(...unexpected(at, value, ["count", "sum", "distinct", "where", "in"]));
  const other = value.in === undefined ? undefined : parsePopulation(`${at}, in`, value.in, problems);
  const { dataset } = other ?? population;
  const where = maybeCondition(at, value.where, dataset, problems);
  const counted = parseCounted(at, value, dataset, problems);
  return counted && { ...counted, ...(where && { where }), ...(other && { in: other }) };
}

function parseCounted(
  at: string,
  value: Record<string, unknown>,
  dataset: DatasetName,
  problems: string[],
): Counted | undefined {
  const { count, sum, distinct } = value;
  const given = [count, sum, distinct].filter((each) => each !== undefined);
  const say = (problem: string) => {
    problems.push(`${at}: ${problem}`);
    return undefined;
  };
  if (given.length !== 1) return say("give exactly one of “count”, “sum” and “distinct”.");
  if (count === "rows") return { count };
  if (count === "package-days") return dataset === "packages" ? { count } : say("only packages have package days.");
  if (count !== undefined) return say("“count” may be “rows” or “package-days”.");
  const column = sum ?? distinct;
  const found = typeof column === "string" ? columnOf(dataset, column) : undefined;
  if (typeof column !== "string" || !found)
    return say(`${datasets[dataset].words.many} have no column ${quoted(column)}.`);
  if (distinct !== undefined) return { distinct: column };
  return found.kind === "integer" ? { sum: column } : say(`${quoted(column)} is text and cannot be added up.`);
}

const maybeCondition = (at: string, value: unknown, dataset: DatasetName, problems: string[]): Condition | undefined =>
  value === undefined ? undefined : parseCondition(value, { at, dataset, problems });

const isDataset = (value: unknown): value is DatasetName => typeof value === "string" && Object.hasOwn(datasets, value);
const isTextList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string");
