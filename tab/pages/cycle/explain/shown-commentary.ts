import type { CommentaryAnswer } from "#api/operations/commentary-answer.ts";
import type { readCommentary } from "#api/operations/read-commentary.ts";
import type { Commentary } from "#domain/registers/commentary.ts";
import type { AnswerOf } from "../../../ask/answer-of.ts";

export type ShownSection = AnswerOf<typeof readCommentary>["sections"][number];
export type Citable = AnswerOf<typeof readCommentary>["citable"][number];
export type Sentence = CommentaryAnswer["sentences"][number];

/** One text of the commentary, its answers as the register has them. */
export type ShownText = Omit<CommentaryAnswer, "answers"> & { readonly answers: Partial<Commentary> };

export const textsIn = (section: ShownSection): readonly ShownText[] => section.commentary as readonly ShownText[];

/** The figures of the section that a text speaks of; all of them when it names none. */
export function figuresOf(section: ShownSection, { answers: { figures = [] } }: ShownText): ShownSection["figures"] {
  const own = section.figures.filter(({ indicator }) => figures.some((key) => key.includes(`-${indicator}-`)));
  return own.length > 0 ? own : section.figures;
}
