import type { ValidationRow } from "../registers/validation-log.ts";

/** How many of the checked records agreed, as first found: a correction afterwards does not change it. */
export interface Accuracy {
  readonly checked: number;
  readonly agreed: number;
  /** Share that agreed, 0 to 1; undefined when nothing was checked. */
  readonly accuracy: number | undefined;
  /** 95 % confidence interval of that share (Wilson 1927), 0 to 1; the whole range when nothing was checked. */
  readonly lower: number;
  readonly upper: number;
}

/** 97.5th percentile of the standard normal distribution: two-sided 95 %. */
const Z = 1.959963984540054;

export function accuracyOf(rows: readonly Pick<ValidationRow, "result">[]): Accuracy {
  const results = rows.map(({ result }) => result).filter((result) => result !== undefined);
  const checked = results.length;
  const agreed = results.filter((result) => result === "agrees").length;
  return { checked, agreed, accuracy: checked === 0 ? undefined : agreed / checked, ...wilson(agreed, checked) };
}

/**
 * Wilson score interval without continuity correction: E. B. Wilson, “Probable inference, the law of succession, and
 * statistical inference”, Journal of the American Statistical Association 22 (1927). It stays within 0 to 1 and is
 * honest for small samples, where “all 10 agreed” means no more than “at least 72 %”.
 */
export function wilson(successes: number, of: number): { readonly lower: number; readonly upper: number } {
  if (of === 0) return { lower: 0, upper: 1 };
  const share = successes / of;
  const centre = share + (Z * Z) / (2 * of);
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const scale = 1 + (Z * Z) / of;
  return {
    lower: successes === 0 ? 0 : (centre - spread) / scale,
    upper: successes === of ? 1 : (centre + spread) / scale,
  };
}
