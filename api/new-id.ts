import { createHash, randomBytes } from "node:crypto";
import type { Clock, NewId } from "#domain/ports.ts";

const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** 26 characters: the time in the first 10, chance in the rest (the layout of ULID, lower case). */
export function randomIds(clock: Clock): NewId {
  return () => timePart(Date.parse(clock())) + letters(randomBytes(16));
}

/** The same ids again for the same seed and start, so that a run can be repeated. Two starts must be told apart. */
export function seededIds(clock: Clock, seed: string): NewId {
  let count = 0;
  return () => {
    count += 1;
    return (
      timePart(Date.parse(clock())) + letters(createHash("sha256").update(`${seed} ${count}`).digest().subarray(0, 16))
    );
  };
}

function timePart(milliseconds: number): string {
  let rest = milliseconds;
  let text = "";
  for (let place = 0; place < 10; place += 1) {
    text = (LETTERS[rest % 32] ?? "0") + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

const letters = (bytes: Uint8Array): string => [...bytes].map((byte) => LETTERS[byte % 32] ?? "0").join("");
