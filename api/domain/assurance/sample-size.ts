/** How sure a sample makes us, and how large it has to be for that. */
export interface SampleAim {
  /** Accuracy the plan expects, in per cent, e.g. 95. */
  readonly threshold: number;
  /** Half the width of the 95 % interval around it, in percentage points; 5 when not said. */
  readonly margin?: number;
}

/** Frames up to this size are checked whole: a sample of them would save nothing. */
export const CHECKED_WHOLE = 20;

/**
 * Records to check out of a frame: Cochran's sample size for a proportion with the finite population correction
 * (W. G. Cochran, Sampling Techniques, 3rd ed., 1977, section 4.4). For 95 % ± 5 points: 73 of a very large frame,
 * 43 of 100. Never fewer than {@link CHECKED_WHOLE}, never more than the frame.
 */
export function sampleSize(frame: number, { threshold, margin = 5 }: SampleAim): number {
  if (frame <= CHECKED_WHOLE) return frame;
  const share = threshold / 100;
  const unlimited = (1.96 ** 2 * share * (1 - share)) / (margin / 100) ** 2;
  return Math.min(frame, Math.max(CHECKED_WHOLE, Math.ceil(unlimited / (1 + (unlimited - 1) / frame))));
}

export interface Stratum {
  readonly name: string;
  /** Records in it. */
  readonly frame: number;
  /** Weight of risk, 1 when not said: twice the weight, twice the share of the sample. */
  readonly weight?: number | undefined;
}

/**
 * Divides a sample among groups by records × weight (the divisor method of D’Hondt). Every group with records gets at least
 * one, none more than it has; the sizes add up to the sample whenever the frame allows.
 */
export function shareSample(
  size: number,
  strata: readonly Stratum[],
): readonly (Stratum & { readonly size: number })[] {
  const sizes = strata.map(({ frame }) => Math.min(1, frame));
  const room = (at: number) => (strata[at]?.frame ?? 0) - (sizes[at] ?? 0);
  const pull = (at: number) => {
    const { frame = 0, weight = 1 } = strata[at] ?? {};
    return (frame * weight) / ((sizes[at] ?? 0) + 1);
  };
  for (let left = size - sizes.reduce((sum, each) => sum + each, 0); left > 0; left--) {
    const open = strata.map((_, at) => at).filter((at) => room(at) > 0);
    const next = open.toSorted((a, b) => pull(b) - pull(a) || a - b)[0];
    if (next === undefined) break;
    sizes[next] = (sizes[next] ?? 0) + 1;
  }
  return strata.map((stratum, at) => ({ ...stratum, size: sizes[at] ?? 0 }));
}
