/** A seeded stream of numbers: the same words give the same stream on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
  /** About normal: the sum of four even draws, so never further than 3.5 spreads from the mean. */
  around(mean: number, spread: number): number;
  /** How many rare events happened, when `mean` are expected (Knuth's method; by parts above 30). */
  count(mean: number): number;
}

/** SplitMix32 (Steele, Lea and Flood 2014) over an FNV-1a hash of the words. */
export function random(...words: readonly (string | number)[]): Random {
  let state = hashOf(words.join("\u0000"));
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const count = (mean: number): number => {
    if (mean > 30) return count(30) + count(mean - 30);
    let events = 0;
    for (let left = next(); left > Math.exp(-mean); left *= next()) events += 1;
    return events;
  };
  return {
    next,
    whole,
    count,
    chance: (probability) => next() < probability,
    pick: (from) => from[whole(0, from.length - 1)] ?? from[0],
    around: (mean, spread) => mean + (next() + next() + next() + next() - 2) * spread * Math.sqrt(3),
  };
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
