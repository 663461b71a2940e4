import type { Code, LineOfSightError } from "#domain/errors.ts";
import type { Refusal } from "#domain/refusal.ts";

export const statusOf = {
  "not-signed-in": 401,
  "not-allowed": 403,
  "not-found": 404,
  invalid: 400,
  conflict: 412,
  "too-large": 413,
  "too-many": 429,
  unavailable: 503,
} satisfies Record<Code, number>;

export const REFUSED = 409;

/** RFC 9457 problem details: plain words for people, a code for programs, nothing of our insides. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  /** Finds every log line of this request. */
  readonly reference: string;
  readonly next?: string;
  readonly details?: unknown;
}

export const problemOf = (error: LineOfSightError, reference: string): Problem => ({
  type: `urn:line-of-sight:${error.code}`,
  title: error.message,
  status: statusOf[error.code],
  detail: error.message,
  code: error.code,
  reference,
  ...(error.details !== undefined && { details: error.details }),
});

export const refusalProblem = ({ refused }: Refusal, reference: string): Problem => ({
  type: `urn:line-of-sight:refused:${refused.rule}`,
  title: refused.say,
  status: REFUSED,
  detail: refused.say,
  next: refused.next,
  code: refused.rule,
  reference,
});
