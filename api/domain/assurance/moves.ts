import type { Moves } from "../move.ts";
import type { ValidationRow } from "../registers/validation-log.ts";

export type ValidationStatus = ValidationRow["status"];

/**
 * A checked record, from the auditor's eyes to the end of a discrepancy: cause by the registered manager, treatment by
 * the contracts manager, correction by whoever keeps the record, second check by the auditor (good practice gives each
 * to another role). Accuracy stays as first found whatever follows.
 */
export const validationMoves = {
  agrees: {
    from: ["to-check"],
    to: "agrees",
    who: ["auditor", "external-reviewer"],
    needsReason: false,
    says: "record that they agree",
  },
  differs: {
    from: ["to-check"],
    to: "discrepancy",
    who: ["auditor", "external-reviewer"],
    needsReason: false,
    says: "record a discrepancy",
  },
  "give-cause": {
    from: ["discrepancy"],
    to: "cause-given",
    who: ["registered-manager"],
    needsReason: true,
    says: "give the cause",
  },
  treat: {
    from: ["cause-given"],
    to: "treated",
    who: ["contracts-manager"],
    needsReason: false,
    says: "decide what is done about it",
  },
  correct: {
    from: ["treated"],
    to: "treated",
    who: "anyone",
    needsReason: true,
    says: "record a correction",
  },
  recheck: {
    from: ["treated"],
    to: "re-checked",
    who: ["auditor", "external-reviewer"],
    needsReason: false,
    says: "check it again",
  },
  "recheck-failed": {
    from: ["treated"],
    to: "discrepancy",
    who: ["auditor", "external-reviewer"],
    needsReason: true,
    says: "say that it still differs",
  },
  close: {
    from: ["re-checked"],
    to: "closed",
    who: ["quality-lead", "auditor"],
    needsReason: false,
    says: "close the discrepancy",
  },
} as const satisfies Moves<ValidationStatus>;

export type ValidationMove = keyof typeof validationMoves;

type Hand = "checkedBy" | "causeBy" | "treatmentBy" | "treatmentAgreedBy" | "correctedBy";

/** Whose work each move may not follow: nobody checks, judges or closes their own. */
export const apartFrom: Readonly<Record<ValidationMove, readonly Hand[]>> = {
  agrees: [],
  differs: [],
  "give-cause": ["checkedBy"],
  treat: ["checkedBy", "causeBy"],
  correct: ["checkedBy", "treatmentBy"],
  recheck: ["causeBy", "treatmentBy", "treatmentAgreedBy", "correctedBy"],
  "recheck-failed": ["causeBy", "treatmentBy", "treatmentAgreedBy", "correctedBy"],
  close: ["causeBy", "treatmentBy", "correctedBy"],
};
