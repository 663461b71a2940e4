import type { readPack } from "#api/operations/read-pack.ts";
import type { readPacks } from "#api/operations/read-packs.ts";
import type { AnswerOf } from "../../../ask/answer-of.ts";
import { useAnswer } from "../../../ask/use-answer.ts";

export type ShownPack = AnswerOf<typeof readPack>;
export type PackInList = AnswerOf<typeof readPacks>["packs"][number];

/** The versions of a cycle's pack, newest first, and the one that stands. */
export function usePacks(cycle: string) {
  const answer = useAnswer<typeof readPacks>(`/cycles/${cycle}/packs`);
  return { answer, current: answer.data?.packs.find(({ status }) => status !== "superseded") };
}

/** The first twelve signs of a hash: enough to compare by eye. */
export const short = (hash: string): string => hash.slice(0, 12);
