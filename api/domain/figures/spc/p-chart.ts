import type { Limits } from "./special-cause.ts";

/** A share of something: so many of so many. */
export interface Share {
  readonly numerator: number;
  /** More than 0. */
  readonly denominator: number;
}

/**
 * The p-chart of shares in time order, each with its own limits: centre p̄ = all numerators ÷ all denominators; limits
 * p̄ ± 3 √(p̄ (1 − p̄) ÷ n), kept within 0 and 1. Values are shares, 0 to 1.
 */
export function pChart(shares: readonly Share[]): readonly Limits[] {
  const total = (side: keyof Share) => shares.reduce((sum, share) => sum + share[side], 0);
  const centre = total("denominator") === 0 ? 0 : total("numerator") / total("denominator");
  return shares.map(({ numerator, denominator }) => {
    const reach = 3 * Math.sqrt((centre * (1 - centre)) / denominator);
    return {
      value: numerator / denominator,
      centre,
      lower: Math.max(0, centre - reach),
      upper: Math.min(1, centre + reach),
    };
  });
}
