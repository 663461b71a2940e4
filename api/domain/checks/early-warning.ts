import type { Day } from "../day.ts";
import type { Role } from "../people/role.ts";
import type { Category } from "../registers/category.ts";

/** `safety` can hurt somebody; `blocking` stops a gate; `attention` can wait for the next review. */
export type Severity = "safety" | "blocking" | "attention";

/** The row a finding is about, enough to link to it. The title is never restricted text. */
export interface Subject {
  /** Slug of the register. */
  readonly register: string;
  readonly key: string;
  /** Which part of the row, where one row can be wrong in several places, e.g. an indicator's code. */
  readonly part?: string | undefined;
  readonly title: string;
  readonly contract?: string | undefined;
  readonly services?: readonly string[] | undefined;
  /** `safeguarding`: only people with that right may see it. */
  readonly category?: Category | undefined;
}

/** What one check finds about one subject. A row of `early-warnings` keeps it; the check raises and clears it. */
export interface EarlyWarning {
  /** The check's id, e.g. `map.missing-source`. */
  readonly check: string;
  readonly subject: Subject;
  readonly severity: Severity;
  /** What is wrong here, one sentence. It changes when the facts change, which brings a dismissed one back. */
  readonly say: string;
  /** The role that acts, and the person where the facts name one (Entra object id). */
  readonly acts: Role;
  readonly person?: string | undefined;
  /** Act by this day. */
  readonly by?: Day | undefined;
  /** How to clear it. */
  readonly clear: string;
}

/** What an exception names: the row, and the part of it where there is one. */
export const subjectId = ({ key, part }: Subject): string => (part === undefined ? key : `${key}.${part}`);

/** Stable key of an early warning, at most 120 characters: the same fault on the same thing is the same row. */
export const warningKey = ({ check, subject }: EarlyWarning): string =>
  `${check}.${subjectId(subject).slice(-(119 - check.length))}`;
