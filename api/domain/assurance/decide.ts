import type { Instant } from "../day.ts";
import { type Moving, mayMove } from "../move.ts";
import { hasRole, type Person } from "../people/person.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import type { ValidationRow } from "../registers/validation-log.ts";
import { sameHand } from "../signoff/same-hand.ts";
import { apartFrom, type ValidationStatus, validationMoves } from "./moves.ts";

export type ValidationCommand =
  | { readonly move: "agrees"; readonly sourceValue?: string }
  | { readonly move: "differs"; readonly result: "differs" | "not-found"; readonly sourceValue: string }
  | { readonly move: "give-cause"; readonly cause: NonNullable<ValidationRow["cause"]>; readonly reason: string }
  | {
      readonly move: "treat";
      readonly treatment: NonNullable<ValidationRow["treatment"]>;
      /** True when the record is put in another class and the figure comes out better for it. */
      readonly improvesFigure: boolean;
      /** The quality lead who agreed, needed when it does. */
      readonly agreedBy?: Person;
      /** Key of the action opened, needed for a genuine concern. */
      readonly action?: string;
    }
  | { readonly move: "correct"; readonly reason: string; readonly source: string }
  | { readonly move: "recheck"; readonly amendmentImport?: string }
  | { readonly move: "recheck-failed"; readonly reason: string }
  | { readonly move: "close" };

export interface Checking {
  readonly by: Person;
  readonly now: Instant;
  readonly everybody: readonly Person[];
  /** Who drew the sample and who was named to check it. */
  readonly plan: { readonly sampler?: string | undefined; readonly checker?: string | undefined };
}

type Changes = { readonly [K in keyof ValidationRow]?: ValidationRow[K] };

export interface ValidationDecision {
  readonly moving: Moving<ValidationStatus>;
  readonly changes: Changes;
}

/** Decides one move of a checked record. */
export function decideValidation(
  row: ValidationRow,
  command: ValidationCommand,
  checking: Checking,
): ValidationDecision | Refusal {
  const reason = "reason" in command ? command.reason : undefined;
  const moving = mayMove("check", validationMoves[command.move], { status: row.status, by: checking.by, reason });
  if (isRefusal(moving)) return moving;
  const refused = ownWork(row, command, checking) ?? incomplete(row, command, checking);
  return refused ?? { moving, changes: { status: moving.to, ...changesOf(command, checking) } };
}

function ownWork(
  row: ValidationRow,
  { move }: ValidationCommand,
  { by, everybody, plan }: Checking,
): Refusal | undefined {
  if ((move === "agrees" || move === "differs") && plan.checker !== undefined && !actsAs(by, plan.checker))
    return refuse(
      "check.not-the-checker",
      "The plan names somebody else to check these records.",
      "The person named, or whoever stands in for them, checks them.",
    );
  const own = apartFrom[move].some((hand) => {
    const other = row[hand];
    return other !== undefined && sameHand(by, other, everybody);
  });
  return own
    ? refuse(
        "check.own-work",
        "You, or somebody you stand in for or who stands in for you, did the step before: nobody checks their own work.",
        "Somebody else with the same role can.",
      )
    : undefined;
}

const actsAs = (by: Person, id: string) => by.id === id || by.deputyFor.includes(id);

function incomplete(row: ValidationRow, command: ValidationCommand, checking: Checking): Refusal | undefined {
  switch (command.move) {
    case "differs":
      return command.sourceValue.trim()
        ? undefined
        : refuse("check.value-missing", "It is not said what the source says.", "Enter what stands in the source.");
    case "treat":
      return refusedTreatment(row, command, checking);
    case "correct":
      return refusedCorrection(row, command.source);
    case "recheck":
      return row.treatment === "data-correction" && !(row.correction?.trim() && row.correctionSource?.trim())
        ? refuse(
            "check.no-audit-trail",
            "The record is to be corrected, and no correction with its reason and source is recorded yet.",
            "Whoever corrects the record says what, why and where the right value stands.",
          )
        : undefined;
    default:
      return undefined;
  }
}

function refusedTreatment(
  row: ValidationRow,
  { improvesFigure, agreedBy, action }: Extract<ValidationCommand, { move: "treat" }>,
  { by, everybody }: Checking,
): Refusal | undefined {
  if (row.cause === "genuine-concern" && !action && !row.action)
    return refuse(
      "check.action-needed",
      "The cause is a genuine concern about care, and no action was opened for it.",
      "Open an action, then record the treatment with it.",
    );
  if (!improvesFigure) return undefined;
  const others = [by.id, row.causeBy, row.checkedBy].filter((id) => id !== undefined);
  const agreed =
    agreedBy && hasRole(agreedBy, "quality-lead") && !others.some((id) => sameHand(agreedBy, id, everybody));
  return agreed
    ? undefined
    : refuse(
        "check.quality-lead-agrees",
        "The new coding makes the figure better, so a quality lead with no other hand in it has to agree.",
        "Ask the quality lead to agree to it.",
      );
}

function refusedCorrection({ treatment }: ValidationRow, source: string): Refusal | undefined {
  if (treatment !== "data-correction")
    return refuse(
      "check.no-correction-wanted",
      "It was decided not to correct this record.",
      "The contracts manager can treat it again after the auditor’s second look.",
    );
  return source.trim()
    ? undefined
    : refuse("check.source-missing", "It is not said where the right value stands.", "Name the record it stands in.");
}

function changesOf(command: ValidationCommand, { by, now }: Checking): Changes {
  switch (command.move) {
    case "agrees":
      return {
        result: "agrees",
        checkedBy: by.id,
        checkedAt: now,
        ...(command.sourceValue && { sourceValue: command.sourceValue }),
      };
    case "differs":
      return { result: command.result, sourceValue: command.sourceValue.trim(), checkedBy: by.id, checkedAt: now };
    case "give-cause":
      return { cause: command.cause, causeNote: command.reason.trim(), causeBy: by.id };
    case "treat":
      return {
        treatment: command.treatment,
        treatmentBy: by.id,
        ...(command.improvesFigure && command.agreedBy && { treatmentAgreedBy: command.agreedBy.id }),
        ...(command.action && { action: command.action }),
      };
    case "correct":
      return { correction: command.reason.trim(), correctionSource: command.source.trim(), correctedBy: by.id };
    case "recheck":
      return {
        recheckedBy: by.id,
        recheckedAt: now,
        ...(command.amendmentImport && { amendmentImport: command.amendmentImport }),
      };
    case "recheck-failed":
      return { recheckedBy: by.id, recheckedAt: now };
    case "close":
      return {};
  }
}
