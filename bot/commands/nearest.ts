import { plain } from "../plain.ts";

/** More slips than this for each letter, and two sayings have nothing to do with each other. */
const TOO_FAR = 0.4;

/** The example most like what was said, or none when nothing is like it. */
export function nearest(said: string, examples: readonly string[]): string | undefined {
  const heard = plain(said).slice(0, 80);
  const best = examples
    .map((example) => ({ example, far: slips(heard, plain(example)) / Math.max(heard.length, plain(example).length) }))
    .toSorted((a, b) => a.far - b.far)[0];
  return best !== undefined && best.far <= TOO_FAR ? best.example : undefined;
}

/** Optimal string alignment distance: letters left out, added, changed, or two neighbours swapped. */
function slips(a: string, b: string): number {
  let [before, last]: [readonly number[], readonly number[]] = [
    [],
    Array.from({ length: b.length + 1 }, (_, at) => at),
  ];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity;
      row.push(Math.min(changed, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
