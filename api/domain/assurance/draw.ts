import { sampleMultiplier } from "../figures/sample-seed.ts";

/** A record that may be drawn, as the snapshot's files have it. */
export interface Drawable {
  readonly record: string;
  /** Its random key, 1 to 2147483646. */
  readonly rk: number;
  readonly src_row: number;
}

/**
 * The sample that a seed written down beforehand draws: the same order as in SQL, `(rk * a) % 2147483647, src_row`, so
 * anybody can draw it again. `always` are in it whatever the seed says, before the others.
 */
export function drawSample<R extends Drawable>(
  frame: readonly R[],
  { seed, size, always = () => false }: { readonly seed: string; readonly size: number; always?(record: R): boolean },
): readonly R[] {
  const multiplier = BigInt(sampleMultiplier(seed));
  const place = new Map(frame.map((each) => [each, Number((BigInt(each.rk) * multiplier) % 2_147_483_647n)]));
  const order = (a: R, b: R) => (place.get(a) ?? 0) - (place.get(b) ?? 0) || a.src_row - b.src_row;
  const certain = frame.filter(always).toSorted(order);
  const others = frame.filter((each) => !certain.includes(each)).toSorted(order);
  return [...certain, ...others.slice(0, Math.max(0, size - certain.length))];
}
