/** An expected “no”, in plain words: what was refused, why, and who can put it right. */
export interface Refusal {
  readonly refused: {
    /** Stable id of the rule, e.g. `signoff.same-person`. */
    readonly rule: string;
    /** What happened and why, one or two sentences. */
    readonly say: string;
    /** What to do about it, and who can. */
    readonly next: string;
  };
}

export const refuse = (rule: string, say: string, next: string): Refusal => ({ refused: { rule, say, next } });

export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === "object" && answer !== null && "refused" in answer;
