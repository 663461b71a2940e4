import type { Column, Condition, Measure, Population, Rule } from "../rule.ts";
import { columnsRead, frequentIn } from "./condition-sql.ts";

/** One side of an indicator with the population it counts. */
export interface Count {
  readonly population: Population;
  readonly exclusions?: Condition;
  readonly measure: Measure;
  /** The columns whose most frequent values either side asks for: both then share the scan that ranks them. */
  readonly ranks: readonly Column[];
}

/** The two sides of a rule. Exclusions belong to the rule's own population, not to another one. */
export function countsOf(rule: Rule): { readonly numerator: Count; readonly denominator: Count } {
  const { population, exclusions } = rule;
  const own = [rule.numerator, rule.denominator].filter((measure) => !measure.in);
  const ranks = [...new Set(own.flatMap((measure) => (measure.where ? frequentIn(measure.where) : [])))];
  const count = (measure: Measure): Count =>
    measure.in
      ? { population: measure.in, measure, ranks: measure.where ? frequentIn(measure.where) : [] }
      : { population, measure, ranks, ...(exclusions && { exclusions }) };
  return { numerator: count(rule.numerator), denominator: count(rule.denominator) };
}

/** Everything that decides whether a row is counted, as one condition. */
export function counted({
  population,
  exclusions,
  measure,
}: Pick<Count, "population" | "exclusions" | "measure">): Condition | undefined {
  const all = [population.where, exclusions && { not: exclusions }, measure.where].filter(
    (condition) => condition !== undefined,
  );
  return all.length > 1 ? { all } : all[0];
}

/** The columns a count reads, its measure's own included. */
export function columnsOfCount(count: Count): readonly Column[] {
  const condition = counted(count);
  const { measure, population } = count;
  const own = "sum" in measure ? [measure.sum] : "distinct" in measure ? [measure.distinct] : [];
  return [...new Set([population.by, ...(condition ? columnsRead(condition) : []), ...own])];
}

export const isPackageDays = ({ measure }: Pick<Count, "measure">): boolean =>
  "count" in measure && measure.count === "package-days";

/** Counts with an equal key can be answered by one scan: same records, same day, same ranking. */
export const scanKey = (count: Count): string => {
  const { dataset, by, kinds, where } = count.population;
  return JSON.stringify([
    dataset,
    by,
    kinds,
    isPackageDays(count),
    count.ranks.length > 0 && [count.ranks, where, count.exclusions],
  ]);
};
