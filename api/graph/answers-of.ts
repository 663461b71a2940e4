import type { Register } from "#domain/register/register.ts";

/** The answers of a row alone, without what the system keeps beside them. */
export const answersOf = (
  register: Register,
  row: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.keys(register.fields).flatMap((name) => {
      const value = row[name];
      return value === undefined || value === null || value === "" ? [] : [[name, value]];
    }),
  );
