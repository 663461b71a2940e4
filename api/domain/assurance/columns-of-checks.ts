import type { Person } from "../people/person.ts";
import { hasRole } from "../people/person.ts";
import type { ValidationRow } from "../registers/validation-log.ts";
import { sameHand } from "../signoff/same-hand.ts";
import { apartFrom, type ValidationMove, validationMoves } from "./moves.ts";

/** Where an open check waits, in the order of the work. */
export const checkColumns = ["check", "cause", "treatment", "correction", "re-check", "close"] as const;
export type CheckColumn = (typeof checkColumns)[number];

/** The column a record waits in; undefined when nothing more is to be done. */
export function columnOfCheck({ status, treatment, correctedBy }: ValidationRow): CheckColumn | undefined {
  switch (status) {
    case "to-check":
      return "check";
    case "discrepancy":
      return "cause";
    case "cause-given":
      return "treatment";
    case "treated":
      return treatment === "data-correction" && correctedBy === undefined ? "correction" : "re-check";
    case "re-checked":
      return "close";
    default:
      return undefined;
  }
}

const moveOf: Readonly<Record<CheckColumn, ValidationMove>> = {
  check: "differs",
  cause: "give-cause",
  treatment: "treat",
  correction: "correct",
  "re-check": "recheck",
  close: "close",
};

/** True when this person is one of those who can take the record on from its column. */
export function canTakeOn(
  row: ValidationRow,
  by: Person,
  { everybody, checker }: { readonly everybody: readonly Person[]; readonly checker?: string | undefined },
): boolean {
  const column = columnOfCheck(row);
  if (column === undefined) return false;
  const move = moveOf[column];
  const { who } = validationMoves[move];
  if (who !== "anyone" && !hasRole(by, ...who)) return false;
  if (column === "check" && checker !== undefined && by.id !== checker && !by.deputyFor.includes(checker)) return false;
  return !apartFrom[move].some((hand) => {
    const other = row[hand];
    return other !== undefined && sameHand(by, other, everybody);
  });
}
