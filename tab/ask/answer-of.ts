import type { z } from "zod";

interface AnyOperation {
  readonly input: z.ZodType;
  readonly answer: z.ZodType;
}

/** What an operation of the api answers: `AnswerOf<typeof readRow>`, imported as a type. */
export type AnswerOf<O extends AnyOperation> = z.infer<O["answer"]>;

/** What it is asked with, path parameters included. */
export type InputOf<O extends AnyOperation> = z.input<O["input"]>;
