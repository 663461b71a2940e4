import type { Answers, Register } from "#domain/register/register.ts";

/** Rows a demo register starts with, by key. */
export interface SeedRows {
  readonly register: Register;
  readonly rows: Readonly<Record<string, Answers<Register>>>;
}

/** Rows of one register, checked by the compiler against its fields. */
export const seedRows = <R extends Register>(register: R, rows: Readonly<Record<string, Answers<R>>>): SeedRows => ({
  register,
  rows,
});
