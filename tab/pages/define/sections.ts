import type { RowAnswer } from "#api/operations/row-answer.ts";

/** One section of a specification. */
export interface Section {
  readonly code: string;
  readonly title: string;
  readonly categories?: readonly string[];
  readonly indicators?: readonly string[];
}

/** One thing a pack must hold: an indicator or an evidence category, and the sources mapped to it. */
export interface Needed {
  readonly name: string;
  readonly kind: "indicator" | "category";
  readonly sources: readonly RowAnswer[];
}

export const sectionsOf = ({ answers }: RowAnswer): readonly Section[] =>
  Array.isArray(answers.sections) ? answers.sections : [];

/** Everything a section needs, each with its sources. */
export function neededBy(
  { categories = [], indicators = [] }: Section,
  sources: readonly RowAnswer[],
): readonly Needed[] {
  const by = (kind: Needed["kind"]) => (name: string) => ({
    name,
    kind,
    sources: sources.filter(({ answers }) => answers[kind] === name),
  });
  return [...indicators.map(by("indicator")), ...categories.map(by("category"))];
}

/** Covered when every source of it still fits; a thing without a source is missing. */
export function coverageOf({ sources }: Needed): "covered" | "partly" | "missing" {
  if (sources.length === 0) return "missing";
  return sources.some(({ answers }) => answers.status === "broken" || !answers.owner) ? "partly" : "covered";
}
