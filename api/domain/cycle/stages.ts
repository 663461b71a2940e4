import type { Role } from "../people/role.ts";
import { type Stage, stages } from "../registers/stages.ts";

export { type Stage, stages };

/** A stage with a gate to leave it by; a closed cycle has none. */
export type GatedStage = Exclude<Stage, "closed">;

interface StageRules {
  readonly title: string;
  /** What is done in it, as the stage rail shows it. */
  readonly work: string;
  readonly next: Stage;
  /** Roles that may take the cycle through the gate. */
  readonly who: readonly Role[];
}

/** The stages of a reporting cycle as data: the work, who takes it through the gate, and what comes next. */
export const stageRules: Readonly<Record<GatedStage, StageRules>> = {
  define: {
    title: "Define",
    work: "Specification, indicators, evidence map and managers’ answers",
    next: "collect",
    who: ["contracts-manager", "quality-lead"],
  },
  collect: {
    title: "Collect",
    work: "Imports for the period, figures, managers’ reviews, data cut-off",
    next: "validate",
    who: ["contracts-manager", "quality-lead"],
  },
  validate: {
    title: "Validate",
    work: "Records checked both ways, every case of the always-check list, discrepancies settled",
    next: "explain",
    who: ["contracts-manager", "quality-lead", "auditor"],
  },
  explain: {
    title: "Explain",
    work: "Themes, local context, commentary",
    next: "approve",
    who: ["contracts-manager", "quality-lead"],
  },
  approve: {
    title: "Approve",
    work: "The draft pack is read and signed",
    next: "compile",
    who: ["contracts-manager", "senior-leader"],
  },
  compile: {
    title: "Compile",
    work: "The pack is built, versioned and filed",
    next: "submit",
    who: ["contracts-manager"],
  },
  submit: {
    title: "Submit",
    work: "The signed version goes to the commissioner by the agreed route",
    next: "improve",
    who: ["contracts-manager"],
  },
  improve: {
    title: "Improve",
    work: "Leadership’s themes and actions, and a verdict on each theme of last time",
    next: "closed",
    who: ["senior-leader", "quality-lead"],
  },
};
