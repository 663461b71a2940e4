import type { Field } from "#domain/register/field.ts";
import type { Register } from "#domain/register/register.ts";

/** The questions a form may ask: not where the row stands, and nothing only the system knows. */
export const editableFields = (register: Register): readonly (readonly [string, Field])[] =>
  Object.entries(register.fields).filter(
    ([name, { kind }]) => name !== register.status && kind !== "hash" && kind !== "instant",
  );
