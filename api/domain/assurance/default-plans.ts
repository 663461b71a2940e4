import type { DatasetName } from "../figures/dataset.ts";
import type { Figure } from "../registers/figures.ts";
import type { Specification } from "../registers/specifications.ts";

/** A source other than the export that good practice lays beside the figures, by the kind of record it tells of. */
export interface IndependentSource {
  readonly dataset: DatasetName;
  readonly source: string;
}

export const usualIndependentSources: readonly IndependentSource[] = [
  { dataset: "planned-visits", source: "On-call log" },
  { dataset: "complaints", source: "Complaints book" },
];

const risk: Readonly<Partial<Record<Figure["rating"], number>>> = { "not-met": 0, near: 1, met: 2, "no-target": 3 };
const rank = ({ rating }: Pick<Figure, "rating">) => risk[rating] ?? 4;

/**
 * The figures whose records are sampled when nobody chose any: in each section the one furthest from its target, the
 * first of equals. Blocked figures and those of which every case is checked anyway are left out.
 */
export function riskiestOfEachSection(
  { sections = [] }: Pick<Specification, "sections">,
  figures: readonly Pick<Figure, "indicator" | "rating">[],
  covered: (indicator: string) => boolean,
): readonly string[] {
  const chosen = sections.flatMap(({ indicators = [] }) => {
    const own = indicators.flatMap((code) => figures.find(({ indicator }) => indicator === code) ?? []);
    const [first] = own
      .filter(({ indicator, rating }) => rating !== "blocked" && rating !== "none-due" && !covered(indicator))
      .toSorted((a, b) => rank(a) - rank(b));
    return first ? [first.indicator] : [];
  });
  return [...new Set(chosen)];
}

/** Why a figure's records are sampled, for the plan. */
export const whySampled = ({ name, rating }: Pick<Figure, "name" | "rating">): string =>
  rating === "not-met" || rating === "near"
    ? `“${name}” is off its target, or near the line, so it matters most that it is right.`
    : `“${name}” stands for its section: its records are checked against their source.`;
