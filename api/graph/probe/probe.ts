import { aboutFiles } from "./files.ts";
import type { Ground } from "./ground.ts";
import { type Question, wordsOf } from "./question.ts";
import { aboutRows } from "./rows.ts";
import { aboutTheService } from "./service.ts";

export interface Answered extends Omit<Question, "attempt"> {
  /** `unknown`: the attempt itself failed. */
  readonly answer: "yes" | "no" | "unknown";
  readonly detail?: string;
}

export const questions: readonly Question[] = [...aboutTheService, ...aboutRows, ...aboutFiles];

/** Tries everything we take for granted, one after the other; what fails in itself is unknown, and the next is tried. */
export async function probe(ground: Ground, asked: readonly Question[] = questions): Promise<readonly Answered[]> {
  const answers: Answered[] = [];
  for (const { attempt, ...question } of asked) {
    try {
      const { holds, detail } = await attempt(ground);
      answers.push({ ...question, answer: holds ? "yes" : "no", ...(detail && { detail }) });
    } catch (error) {
      answers.push({ ...question, answer: "unknown", detail: wordsOf(error) });
    }
  }
  return answers;
}
