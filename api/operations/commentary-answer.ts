import { z } from "zod";
import { checkSentences, wordsIn } from "#domain/commentary/check-sentences.ts";
import type { CitedFigure } from "#domain/commentary/cited-figure.ts";
import { isStale } from "#domain/commentary/figures-hash.ts";
import { type Commentary, commentary } from "#domain/registers/commentary.ts";
import { sha256 } from "./cycle-facts.ts";
import { answerOf, rowAnswer } from "./row-answer.ts";

/** A sentence of a text beside its figures: what it cites and what is wrong with it. */
const sentence = z.object({
  text: z.string(),
  prose: z.string(),
  cites: z.array(z.string()),
  managersAccount: z.boolean(),
  problems: z.array(
    z.object({
      kind: z.enum(["wrong-number", "unknown-figure", "unsupported"]),
      say: z.string(),
      written: z.string(),
    }),
  ),
});

/** One commentary with its text read beside the figures as they are now. */
export const commentaryAnswer = rowAnswer.extend({
  sentences: z.array(sentence),
  words: z.number(),
  /** True when a figure it cites has changed since it was written. */
  stale: z.boolean(),
});

export type CommentaryAnswer = z.infer<typeof commentaryAnswer>;

export function commentaryAnswerOf(row: Commentary, figures: readonly CitedFigure[]): CommentaryAnswer {
  const text = row.text ?? "";
  return {
    ...answerOf(commentary, row, "shown"),
    sentences: checkSentences(text, figures).map(({ cites, problems, ...said }) => ({
      ...said,
      cites: [...cites],
      problems: [...problems],
    })),
    words: wordsIn(text),
    stale: isStale({ text, hash: row.figuresHash }, figures, sha256),
  };
}
