import { plain } from "../plain.ts";

/** Below this share of common letter pairs two sayings have nothing to do with each other. */
const ALIKE = 0.4;

/** The example most like what was said, or none when nothing is like it. */
export function nearest(said: string, examples: readonly string[]): string | undefined {
  const best = examples
    .map((example) => ({ example, alike: alike(plain(said), plain(example)) }))
    .toSorted((a, b) => b.alike - a.alike)[0];
  return best !== undefined && best.alike >= ALIKE ? best.example : undefined;
}

/** Sørensen–Dice coefficient over pairs of neighbouring letters: 1 for the same pairs, 0 for none in common. */
function alike(a: string, b: string): number {
  const [ours, theirs] = [pairs(a), pairs(b)];
  if (ours.size + theirs.size === 0) return 0;
  return (2 * ours.intersection(theirs).size) / (ours.size + theirs.size);
}

const pairs = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2)));
