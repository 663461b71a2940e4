import type { CitedFigure } from "./cited-figure.ts";
import { citationsIn } from "./parse-commentary.ts";

/** SHA-256 in lower-case hex; the domain has none of its own. */
export type Sha256 = (text: string) => string;

/**
 * What the cited figures said when the text was written: a hash over each citation and its figure's hash. Figures the
 * text does not cite are not part of it; a citation of nothing is, so that it goes stale once the figure is there.
 */
export function figuresHash(text: string, figures: readonly CitedFigure[], sha256: Sha256): string {
  const seen = citationsIn(text).map((cite) => {
    const figure = figures.find((each) => each.cite === cite);
    return [cite, figure?.hash ?? ""];
  });
  return sha256(JSON.stringify(seen));
}

/** True when a figure the text cites has changed since the hash was taken. */
export const isStale = (
  { text, hash }: { readonly text: string; readonly hash: string | undefined },
  figures: readonly CitedFigure[],
  sha256: Sha256,
): boolean => hash !== undefined && hash !== figuresHash(text, figures, sha256);
