import type { CitedFigure } from "../commentary/cited-figure.ts";
import type { Sha256 } from "../commentary/figures-hash.ts";
import type { Person } from "../people/person.ts";
import type { Action } from "../registers/actions.ts";
import type { AssurancePlan } from "../registers/assurance-plans.ts";
import type { Commentary } from "../registers/commentary.ts";
import type { Contract } from "../registers/contracts.ts";
import type { Cycle } from "../registers/cycles.ts";
import type { MappedSource } from "../registers/evidence-map.ts";
import type { Figure } from "../registers/figures.ts";
import type { Import } from "../registers/imports.ts";
import type { Indicator } from "../registers/indicators.ts";
import type { ManagerReview } from "../registers/manager-reviews.ts";
import type { Pack } from "../registers/packs.ts";
import type { Service } from "../registers/services.ts";
import type { Settings } from "../registers/settings.ts";
import type { SignOff } from "../registers/sign-offs.ts";
import type { Specification } from "../registers/specifications.ts";
import type { Theme } from "../registers/themes.ts";
import type { ValidationRow } from "../registers/validation-log.ts";
import type { Subject } from "./early-warning.ts";

/** Everything the checks of one cycle look at, read-only. The operations build it from the store; a check asks nothing else. */
export interface Facts {
  readonly cycle: Cycle;
  readonly contract: Contract;
  /** What every service is called: keys stand in no sentence. */
  readonly services: readonly Pick<Service, "key" | "name">[];
  readonly specification: Specification;
  /** Every edition of every indicator. */
  readonly indicators: readonly Indicator[];
  /** The contract's. */
  readonly evidenceMap: readonly MappedSource[];
  readonly imports: readonly Import[];
  /** The cycle's, of its current snapshot; and those of the contract's submitted packs, as they compute now (`revised`). */
  readonly figures: readonly Figure[];
  /** The same figures as commentary cites them: totals, services, and the period before. */
  readonly cited: readonly CitedFigure[];
  readonly reviews: readonly ManagerReview[];
  /** The cycle's. */
  readonly plans: readonly AssurancePlan[];
  readonly validationLog: readonly ValidationRow[];
  readonly commentary: readonly Commentary[];
  /** About the specification and about the cycle's packs. */
  readonly signOffs: readonly SignOff[];
  /** The cycle's packs, every version. */
  readonly packs: readonly Pack[];
  /** The contract's themes and actions, from every cycle. */
  readonly themes: readonly Theme[];
  readonly actions: readonly Action[];
  readonly settings: Pick<Settings, "assuranceProfile" | "checksOff" | "organisation" | "smallNumbers">;
  /** Everybody who works here today, deputies included; whoever left is not there. */
  readonly everybody: readonly Person[];
  /** Name and version of the figures engine, as recorded tests name it. */
  readonly engine: string;
  /** Rows that the sweep found changed by somebody other than the app. */
  readonly changedOutside: readonly Subject[];
  /** What verifying the audit trail found wrong, in words; empty when it holds. */
  readonly auditFaults: readonly string[];
  readonly sha256: Sha256;
}
