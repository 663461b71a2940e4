const PRIME = 2_147_483_647;

/**
 * The multiplier that orders a sample, 1 to 2147483646, from a seed in words: the same seed always draws the same rows,
 * and one written down beforehand cannot be steered. FNV-1a over the UTF-16 units, then into the range.
 */
export function sampleMultiplier(seed: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193) >>> 0;
  return (hash % (PRIME - 1)) + 1;
}
