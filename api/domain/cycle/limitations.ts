import { checkById } from "../checks/index.ts";
import { hasRole, type Person } from "../people/person.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Cycle } from "../registers/cycles.ts";

/** One limit of a qualified submission, printed on page one: which check it owns up to, and what the reader must know. */
export interface Limitation {
  readonly check: string;
  readonly say: string;
}

const LINE = /^([a-z]+\.[a-z-]+): (.+)$/;

/** The limits of a cycle; the register keeps one a line, `data.uncovered-period: No visits of 3 to 5 August.` */
export const limitationsOf = ({ limitations = "" }: Pick<Cycle, "limitations">): readonly Limitation[] =>
  limitations.split("\n").flatMap((line) => {
    const [, check, say] = LINE.exec(line) ?? [];
    return check && say ? [{ check, say }] : [];
  });

export const qualifies = (cycle: Pick<Cycle, "limitations">, check: string): boolean =>
  limitationsOf(cycle).some((each) => each.check === check);

/**
 * Makes it a qualified submission: a gap in the data is printed on page one instead of closed. Only a senior leader may,
 * only for gaps (never for a wrong number, an unsettled discrepancy or a signature), and not after approval.
 */
export function addLimitation(
  cycle: Pick<Cycle, "limitations" | "stage">,
  { check, say }: Limitation,
  by: Person,
): Pick<Cycle, "limitations"> | Refusal {
  if (!hasRole(by, "senior-leader"))
    return refuse(
      "cycle.not-your-role",
      "Sending a pack with a known gap is a decision of senior leadership.",
      "Ask a senior leader.",
    );
  if (!checkById(check)?.canBeQualified)
    return refuse(
      "cycle.not-a-gap",
      "Page one can own up to a gap in the data; this is something else.",
      "Clear it, or ask for an exception that another senior leader grants.",
    );
  if (!["collect", "validate", "explain"].includes(cycle.stage))
    return refuse(
      "cycle.too-late-for-limits",
      "What page one says is settled before the pack is approved.",
      "Add it before the cycle comes to Approve.",
    );
  const line = say.replace(/\s+/g, " ").trim();
  if (line === "")
    return refuse("cycle.reason-missing", "The limit has no words.", "Say in a sentence what the reader must know.");
  return { limitations: [cycle.limitations?.trim(), `${check}: ${line}`].filter(Boolean).join("\n") };
}
