import type { GatedStage } from "../cycle/stages.ts";
import type { Day, Instant } from "../day.ts";
import type { Role } from "../people/role.ts";
import type { EarlyWarning, Severity, Subject } from "./early-warning.ts";
import type { Facts } from "./facts.ts";

/** What a check says about one subject; the rest of the early warning comes from the check. */
export interface Finding {
  readonly subject: Subject;
  /** What is wrong here, one sentence. */
  readonly say: string;
  /** Who acts, where it is not the check's usual role. */
  readonly acts?: Role;
  /** The person who acts, where the facts name one. */
  readonly person?: string | undefined;
  readonly by?: Day | undefined;
  /** How to clear this one, where it differs from the check's own words. */
  readonly clear?: string;
}

/**
 * A check is to governance what a lint rule is to code: a pure function over what the registers and figures say. A gate
 * is nothing but the checks that block its stage.
 */
export interface Check {
  /** Stable, e.g. `map.missing-source`. */
  readonly id: string;
  /** The stages whose gates it blocks; without, it only warns. */
  readonly blocks: readonly GatedStage[];
  readonly severity: Severity;
  /** One sentence: what is wrong. */
  readonly finds: string;
  /** Why it matters, one sentence. */
  readonly why: string;
  readonly acts: Role;
  /** Who hears when nobody acts, in words. */
  readonly escalates?: string;
  /** How to clear it. */
  readonly clear: string;
  /** A gap in the data, which a qualified submission may own up to on page one instead of closing it. */
  readonly canBeQualified?: true;
  find(facts: Facts, now: Instant): readonly EarlyWarning[];
}

interface Definition extends Omit<Check, "find" | "blocks"> {
  readonly blocks?: GatedStage | readonly GatedStage[];
  find(facts: Facts, now: Instant): readonly Finding[];
}

export const check = ({ blocks = [], ...definition }: Definition): Check => ({
  ...definition,
  blocks: typeof blocks === "string" ? [blocks] : blocks,
  find: (facts, now) =>
    definition.find(facts, now).map((finding) => ({
      check: definition.id,
      severity: definition.severity,
      acts: definition.acts,
      clear: definition.clear,
      ...finding,
    })),
});
