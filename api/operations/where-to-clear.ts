import type { EarlyWarning } from "#domain/checks/early-warning.ts";
import { linkTo } from "./cycle-answer.ts";

/** The part of a stage's page where what a check finds is put right. Whatever else is put right on its own row. */
const places: Readonly<Record<string, string>> = {
  "review.readiness-open": "define#answers",
  "data.uncovered-period": "collect#sources",
  "data.rejected-rows": "collect#files",
  "data.local-knowledge": "collect#managers",
  "review.period-missing": "collect#managers",
  "data.not-cut-off": "collect#figures",
  "validate.incomplete": "validate#plans",
  "validate.open-discrepancy": "validate#discrepancies",
  "narrative.unexplained": "explain",
  "narrative.wrong-number": "explain",
  "narrative.stale": "explain",
  "signoff.incomplete": "approve",
  "signoff.same-person": "approve",
  "signoff.void": "approve",
  "pack.not-filed": "compile",
  "pack.not-sent": "submit",
};

/** Path in the tab of the page on which whoever can clear an early warning of this cycle does so. */
export function whereToClear(cycle: string, warning: Pick<EarlyWarning, "check" | "subject">): string {
  const place = places[warning.check];
  return place === undefined ? linkTo(warning) : `/cycles/${cycle}/${place}`;
}
