import type { Pace } from "#api/graph/pace.ts";
import type { Clock } from "#domain/ports.ts";

/** Time that goes faster, the same for every process that is told when it began: minutes of throttling pass in seconds. */
export interface FastTime {
  /** Real milliseconds since 1970. */
  readonly began: number;
  readonly speed: number;
}

const FROM = Date.parse("2026-10-12T08:00:00.000Z");

export function fastTime({ began, speed }: FastTime): Pace & { readonly clock: Clock; date(): Date } {
  const now = () => (Date.now() - began) * speed;
  const date = () => new Date(FROM + now());
  return {
    now,
    date,
    clock: () => date().toISOString(),
    wait: (milliseconds) => new Promise((over) => setTimeout(over, milliseconds / speed)),
  };
}

/** A seeded generator (mulberry32), 0 up to 1, so that what is done can be done again. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
