import type { Instant } from "../day.ts";
import { actionNoEvidence } from "./action-no-evidence.ts";
import { actionOverdue } from "./action-overdue.ts";
import { auditChainBroken } from "./audit-chain-broken.ts";
import type { Check } from "./check.ts";
import { dataLocalKnowledge } from "./data-local-knowledge.ts";
import { dataNotCutOff } from "./data-not-cut-off.ts";
import { dataRejectedRows } from "./data-rejected-rows.ts";
import { dataUncoveredPeriod } from "./data-uncovered-period.ts";
import type { EarlyWarning } from "./early-warning.ts";
import type { Facts } from "./facts.ts";
import { improveUnreviewed } from "./improve-unreviewed.ts";
import { kpiAmbiguous } from "./kpi-ambiguous.ts";
import { kpiUntested } from "./kpi-untested.ts";
import { mapBrokenColumn } from "./map-broken-column.ts";
import { mapMissingSource } from "./map-missing-source.ts";
import { mapUnclearOwner } from "./map-unclear-owner.ts";
import { narrativeStale } from "./narrative-stale.ts";
import { narrativeTooLong } from "./narrative-too-long.ts";
import { narrativeUnexplained } from "./narrative-unexplained.ts";
import { narrativeUnsupported } from "./narrative-unsupported.ts";
import { narrativeWrongNumber } from "./narrative-wrong-number.ts";
import { packNotFiled } from "./pack-not-filed.ts";
import { packNotSent } from "./pack-not-sent.ts";
import { packRestated } from "./pack-restated.ts";
import { packUnversioned } from "./pack-unversioned.ts";
import { reviewPeriodMissing } from "./review-period-missing.ts";
import { reviewReadinessOpen } from "./review-readiness-open.ts";
import { signoffIncomplete } from "./signoff-incomplete.ts";
import { signoffSamePerson } from "./signoff-same-person.ts";
import { signoffVoid } from "./signoff-void.ts";
import { signoffWaiting } from "./signoff-waiting.ts";
import { specMissingMeasure } from "./spec-missing-measure.ts";
import { specNotAgreed } from "./spec-not-agreed.ts";
import { storeChangedOutside } from "./store-changed-outside.ts";
import { themeRepeat } from "./theme-repeat.ts";
import { validateIncomplete } from "./validate-incomplete.ts";
import { validateNoAuditTrail } from "./validate-no-audit-trail.ts";
import { validateOpenDiscrepancy } from "./validate-open-discrepancy.ts";

/** Every check, in the order of the cycle. */
export const checks: readonly Check[] = [
  mapMissingSource,
  mapUnclearOwner,
  kpiAmbiguous,
  kpiUntested,
  specMissingMeasure,
  specNotAgreed,
  reviewReadinessOpen,
  mapBrokenColumn,
  dataUncoveredPeriod,
  dataRejectedRows,
  dataLocalKnowledge,
  reviewPeriodMissing,
  dataNotCutOff,
  validateIncomplete,
  validateOpenDiscrepancy,
  validateNoAuditTrail,
  narrativeUnexplained,
  narrativeWrongNumber,
  narrativeStale,
  narrativeUnsupported,
  narrativeTooLong,
  improveUnreviewed,
  signoffSamePerson,
  signoffVoid,
  signoffIncomplete,
  signoffWaiting,
  packNotFiled,
  packUnversioned,
  packNotSent,
  packRestated,
  themeRepeat,
  actionOverdue,
  actionNoEvidence,
  storeChangedOutside,
  auditChainBroken,
];

export const checkById = (id: string): Check | undefined => checks.find((each) => each.id === id);

/** The checks that are on for the contract: one can be turned off, with a reason, in the settings. */
export const checksOn = ({ settings, contract }: Pick<Facts, "settings" | "contract">): readonly Check[] =>
  checks.filter(
    ({ id }) =>
      !settings.checksOff?.some(
        (off) => off.check === id && (off.contract === undefined || off.contract === contract.key),
      ),
  );

/** Everything the checks find now. */
export const findAll = (facts: Facts, now: Instant): readonly EarlyWarning[] =>
  checksOn(facts).flatMap((each) => each.find(facts, now));
