import { createHash } from "node:crypto";

/** What was found out, and when that ends by the wall clock, in milliseconds. */
export interface Found<Value> {
  readonly value: Value;
  readonly until: number;
}

/** A key that was withdrawn is noticed within this long. */
const LONGEST_MS = 5 * 60_000;
const MOST = 2_000;

/**
 * Remembers what was found out about a secret text: by its SHA-256 only, never past its end or five minutes, for at most
 * 2,000 texts, the longest unused forgotten first. What failed is not remembered.
 */
export function remembering<Value>(
  find: (text: string) => Promise<Found<Value>>,
  now: () => number = () => Date.now(),
): (text: string) => Promise<Value> {
  const found = new Map<string, Found<Value>>();
  return async (text) => {
    const hash = createHash("sha256").update(text).digest("base64");
    const known = found.get(hash);
    found.delete(hash);
    if (known && now() < known.until) {
      found.set(hash, known);
      return known.value;
    }
    const { value, until } = await find(text);
    found.set(hash, { value, until: Math.min(until, now() + LONGEST_MS) });
    const [oldest] = found.keys();
    if (found.size > MOST && oldest !== undefined) found.delete(oldest);
    return value;
  };
}
