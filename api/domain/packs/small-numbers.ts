/** A numerator and its denominator: whole numbers of people, or of what happened to them. */
export interface Count {
  readonly numerator: number;
  readonly denominator: number;
}

/** What must not be printed so that no small number can be read or worked out. */
export interface Withheld {
  readonly total: boolean;
  /** One for each cell, in order. */
  readonly cells: readonly boolean[];
}

/**
 * Which of a total and its cells to withhold for a recipient. A count from 1 to `threshold` − 1 is withheld: the
 * numerator, the denominator and, for a `share`, those left over (97 of 98 tells of one). Then more cells,
 * smallest first, until taking what is shown from the total leaves every small count free to be `threshold` or more; if
 * that cannot be, the total goes too. All are marked alike, so the mark does not say which one was small.
 * Source: primary and secondary suppression as in the Government Statistical Service's guidance on tables of counts.
 */
export function withhold(
  total: Count,
  cells: readonly Count[],
  { threshold, share }: { readonly threshold: number; readonly share: boolean },
): Withheld {
  const vectors = share ? [numerator, denominator, leftOver] : [numerator, denominator];
  const small = (count: number) => count > 0 && count < threshold;
  const isSmall = (count: Count) => vectors.some((of) => small(of(count)));

  const hidden = cells.map(isSmall);
  if (isSmall(total)) return { total: true, cells: hidden };

  const next = cells
    .map((count, at) => ({ at, count }))
    .sort(
      (a, b) =>
        Number(a.count.numerator === 0) - Number(b.count.numerator === 0) ||
        a.count.numerator - b.count.numerator ||
        a.at - b.at,
    );
  while (vectors.some((of) => canBeWorkedOut(cells.filter((_, at) => hidden[at]).map(of), small, threshold))) {
    const more = next.find(({ at }) => !hidden[at]);
    if (more === undefined) return { total: true, cells: hidden };
    hidden[more.at] = true;
  }
  return { total: false, cells: hidden };
}

const numerator = (count: Count) => count.numerator;
const denominator = (count: Count) => count.denominator;
const leftOver = (count: Count) => count.denominator - count.numerator;

/** Their sum is known. Each of them is at least 1 as far as the reader knows, so the largest any can be is what is left. */
const canBeWorkedOut = (counts: readonly number[], small: (count: number) => boolean, threshold: number) =>
  counts.some(small) && counts.reduce((a, b) => a + b, 0) - (counts.length - 1) < threshold;
