import { check } from "./check.ts";
import { recordWords, serviceName } from "./names.ts";
import { validationSubject } from "./subjects.ts";

export const validateNoAuditTrail = check({
  id: "validate.no-audit-trail",
  blocks: "validate",
  severity: "blocking",
  finds: "A correction has no reason or does not say where the right value stands.",
  why: "An amended record without a reason looks like a figure made to fit.",
  acts: "registered-manager",
  clear: "Say what was corrected and why, and where the right value stands.",
  find: (facts) =>
    facts.validationLog
      .filter(
        ({ treatment, correctedBy, status }) =>
          treatment === "data-correction" && (correctedBy || status === "re-checked" || status === "closed"),
      )
      .filter(({ correction, correctionSource }) => !(correction?.trim() && correctionSource?.trim()))
      .map((row) => ({
        subject: validationSubject(row),
        say: `${serviceName(facts, row.service)}: ${recordWords(row.dataset)} ${row.record} was corrected without ${row.correction?.trim() ? "saying where the right value stands" : "a reason"}.`,
      })),
});
