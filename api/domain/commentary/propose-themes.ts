import type { Commentary } from "../registers/commentary.ts";
import type { Figure } from "../registers/figures.ts";
import type { Specification } from "../registers/specifications.ts";
import { needsWords } from "./needs-words.ts";

/** A theme that the numbers propose; the quality lead plans it or dismisses it with a reason. */
export interface ProposedTheme {
  readonly figure: Figure;
  /** Code of the section that reports the figure. */
  readonly section: string | undefined;
  /** Headline, e.g. `Missed visits is off target`. */
  readonly theme: string;
  readonly why: string;
}

/**
 * What needs explaining: every figure off target or with a signal, and every one whose rating moved since the period
 * before, for better or worse, so that improvements and deteriorations are told alike. What is already on the plan is
 * not proposed again.
 */
export function proposeThemes(
  figures: readonly Figure[],
  previous: readonly Figure[],
  { planned, specification }: { readonly planned: readonly Commentary[]; readonly specification: Specification },
): readonly ProposedTheme[] {
  return figures
    .filter(({ key }) => !planned.some((each) => each.figures?.includes(key)))
    .flatMap((figure) => {
      const before = previous.find(({ indicator }) => indicator === figure.indicator);
      const why = [needsWords(figure), before && movedSince(before, figure)].filter((each) => each !== undefined);
      const signal = figure.signal?.trim() ? ` ${figure.signal.trim()}` : "";
      const section = specification.sections?.find(({ indicators = [] }) =>
        indicators.includes(figure.indicator),
      )?.code;
      return why.length === 0
        ? []
        : [
            {
              figure,
              section,
              theme: `${figure.name} ${why[0]}`,
              why: `${figure.name} ${why.join(", and ")}.${signal}`,
            },
          ];
    });
}

const ranks: Readonly<Partial<Record<Figure["rating"], number>>> = { "not-met": 0, near: 1, met: 2 };

function movedSince(before: Figure, now: Figure): string | undefined {
  const [was, is] = [ranks[before.rating], ranks[now.rating]];
  if (was === undefined || is === undefined || was === is) return undefined;
  return is > was
    ? "stands better against its target than the period before"
    : "stands worse against its target than the period before";
}
