import type { Check } from "../checks/check.ts";
import { type EarlyWarning, subjectId } from "../checks/early-warning.ts";
import type { Facts } from "../checks/facts.ts";
import { checksOn } from "../checks/index.ts";
import type { Instant } from "../day.ts";
import { type Role, roleNames } from "../people/role.ts";
import type { Cycle } from "../registers/cycles.ts";
import { qualifies } from "./limitations.ts";
import type { GatedStage } from "./stages.ts";

/** One thing that blocks a gate, and who can clear it. */
export interface Blocker extends EarlyWarning {
  /** In words: the person where the facts name one, with their role; else the role. */
  readonly who: string;
}

/** A gate as it stands. It is nothing but the checks that block its stage, less what was let through openly. */
export interface Gate {
  readonly stage: GatedStage;
  readonly clear: boolean;
  readonly blockers: readonly Blocker[];
  /** Let through by an exception that a second senior leader granted; the pack prints it. */
  readonly excepted: readonly EarlyWarning[];
  /** Owned up to on page one of a qualified submission. */
  readonly qualified: readonly EarlyWarning[];
}

export function gate(stage: GatedStage, facts: Facts, now: Instant): Gate {
  const found = checksOn(facts)
    .filter(({ blocks }) => blocks.includes(stage))
    .flatMap((check) =>
      check.find(facts, now).map((warning) => ({ warning, way: wayOn(check, warning, facts.cycle) })),
    );
  const by = (way: Way) => found.filter((each) => each.way === way).map(({ warning }) => warning);
  const blockers = by("blocked").map((warning) => ({ ...warning, who: whoClears(warning, facts) }));
  return { stage, clear: blockers.length === 0, blockers, excepted: by("excepted"), qualified: by("qualified") };
}

type Way = "blocked" | "excepted" | "qualified";

function wayOn(check: Check, warning: EarlyWarning, cycle: Cycle): Way {
  if (cycle.exceptions?.some((exception) => covers(exception, warning))) return "excepted";
  return check.canBeQualified && qualifies(cycle, check.id) ? "qualified" : "blocked";
}

/** A granted exception lets through one check about one subject; one without a subject, all that the check finds. */
export const covers = (
  { check, subject, grantedBy }: NonNullable<Cycle["exceptions"]>[number],
  warning: Pick<EarlyWarning, "check" | "subject">,
): boolean =>
  grantedBy !== undefined &&
  check === warning.check &&
  (subject === undefined || subject === subjectId(warning.subject));

function whoClears({ person, acts }: EarlyWarning, { everybody }: Facts): string {
  const named = everybody.find(({ id }) => id === person);
  return named ? `${named.name}, ${roleNames[acts]}` : whoWith(acts);
}

const whoWith = (role: Role): string => `the ${roleNames[role]}`;
