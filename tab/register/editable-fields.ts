import { setBySteps } from "#domain/people/set-by-steps.ts";
import type { Field } from "#domain/register/field.ts";
import type { Register } from "#domain/register/register.ts";

/** The questions a form may ask: not where the row stands, nothing a step decides, and nothing only the system knows. */
export const editableFields = (register: Register): readonly (readonly [string, Field])[] =>
  Object.entries(register.fields).filter(
    ([name, { kind }]) =>
      name !== register.status && !setBySteps[register.slug]?.includes(name) && kind !== "hash" && kind !== "instant",
  );
