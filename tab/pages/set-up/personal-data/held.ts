import type { readHeld } from "#api/operations/read-held.ts";
import type { AnswerOf } from "../../../ask/answer-of.ts";

export type Held = AnswerOf<typeof readHeld>;
export type May = Held["may"];
export type Original = Held["originals"][number];
export type Erasure = Held["erasures"][number];
