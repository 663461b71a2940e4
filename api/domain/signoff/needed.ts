import type { Role } from "../people/role.ts";
import type { Settings } from "../registers/settings.ts";
import type { SignOff } from "../registers/sign-offs.ts";

export type AssuranceProfile = Settings["assuranceProfile"];

/** What somebody did with a thing. Authors made it, validators checked it, approvers let it go. */
export type Capacity = "author" | "validator" | "approver";

export interface NeededSignOff {
  readonly role: Role;
  readonly capacity: Exclude<Capacity, "author">;
  /** What the person confirms by approving, as the card and the page say it. */
  readonly confirms: string;
}

type ByProfile = Readonly<Record<AssuranceProfile, readonly NeededSignOff[]>>;

const approvedBy = (role: Role, confirms: string): NeededSignOff => ({ role, capacity: "approver", confirms });

const checked: NeededSignOff = {
  role: "quality-lead",
  capacity: "validator",
  confirms: "The figures were checked against their source both ways and every discrepancy is settled.",
};
const maySend = "The pack is accurate, balanced and supported by the records, and may be sent.";
const measures = "This is what we agreed to report, and we can stand behind it.";

/**
 * Whose sign-off a thing needs. A pack: the quality lead that it was validated, then senior leadership that it may be
 * sent (good practice: pre-submission approval by the senior leadership team, validation by quality; the contracts
 * manager compiles it and so is an author). A sole leader cannot approve their own work: an external reviewer does.
 */
export const signOffsNeeded: Readonly<Partial<Record<SignOff["about"], ByProfile>>> = {
  pack: {
    standard: [checked, approvedBy("senior-leader", maySend)],
    small: [approvedBy("senior-leader", maySend)],
    "sole-leader": [approvedBy("external-reviewer", maySend)],
  },
  specification: {
    standard: [approvedBy("senior-leader", measures)],
    small: [approvedBy("senior-leader", measures)],
    "sole-leader": [approvedBy("external-reviewer", measures)],
  },
  indicator: {
    standard: [approvedBy("senior-leader", measures)],
    small: [approvedBy("senior-leader", measures)],
    "sole-leader": [approvedBy("external-reviewer", measures)],
  },
};

export const neededFor = (about: SignOff["about"], profile: AssuranceProfile): readonly NeededSignOff[] =>
  signOffsNeeded[about]?.[profile] ?? [];

/** In which capacity a role signs a thing; an approver unless the table says otherwise. */
export const capacityOf = (about: SignOff["about"], role: Role): Exclude<Capacity, "author"> =>
  Object.values(signOffsNeeded[about] ?? {})
    .flat()
    .find((each) => each.role === role)?.capacity ?? "approver";

/**
 * Who must be somebody else than who. Standard: authors, validators and approvers are pairwise different people.
 * Small: the approver is not an author, the validator is a peer. Sole leader: whoever approves has no other hand in it.
 */
export const keptApart: Readonly<
  Record<AssuranceProfile, Readonly<Record<NeededSignOff["capacity"], readonly Capacity[]>>>
> = {
  standard: { validator: ["author", "approver"], approver: ["author", "validator", "approver"] },
  small: { validator: ["author"], approver: ["author"] },
  "sole-leader": { validator: ["author"], approver: ["author", "validator", "approver"] },
};
