import { hasRole, type Person } from "../people/person.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { ValidationRow } from "../registers/validation-log.ts";
import { sameHand } from "../signoff/same-hand.ts";

/**
 * The quality lead agrees that a record may be put in another class although the figure comes out better for it, before
 * the contracts manager treats it so. Their own word is needed: nobody can name them as agreeing.
 */
export function agreeTreatment(
  { status, checkedBy, causeBy }: ValidationRow,
  { by, everybody }: { readonly by: Person; readonly everybody: readonly Person[] },
): Pick<ValidationRow, "treatmentAgreedBy"> | Refusal {
  if (!hasRole(by, "quality-lead"))
    return refuse("check.not-your-role", "Agreeing to a new coding is the quality lead’s.", "Ask the quality lead.");
  if (status !== "cause-given")
    return refuse(
      "check.not-now",
      "There is nothing to agree to: the cause is not given yet, or the record is treated already.",
      "It can be agreed to after the cause is given and before the contracts manager treats it.",
    );
  if ([checkedBy, causeBy].some((id) => id !== undefined && sameHand(by, id, everybody)))
    return refuse(
      "check.own-work",
      "You, or somebody you stand in for or who stands in for you, did a step before.",
      "Another quality lead can agree.",
    );
  return { treatmentAgreedBy: by.id };
}
