import type { Person } from "#domain/people/person.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Job } from "#domain/registers/jobs.ts";
import type { Outside } from "../outside.ts";

export interface JobTools {
  readonly outside: Outside;
  /** Whoever started it; what is written is written in their name. */
  readonly person: Person;
  /** Says how far it is: whole per cent, and what is being done, in plain words. */
  progress(percent: number, step: string): void;
}

/** A longer piece of work. It may be cut off anywhere and run again from the start: every step is once-only by its key. */
export interface JobKind<Input = unknown> {
  readonly kind: Job["kind"];
  run(input: Input, tools: JobTools): Promise<object | Refusal>;
}
