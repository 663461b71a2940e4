import type { Role } from "../people/role.ts";
import type { ValidationRow } from "../registers/validation-log.ts";
import { check } from "./check.ts";
import { recordWords, serviceName } from "./names.ts";
import { validationSubject } from "./subjects.ts";

export const validateOpenDiscrepancy = check({
  id: "validate.open-discrepancy",
  blocks: "validate",
  severity: "blocking",
  finds: "A discrepancy has no cause, no treatment or no second check.",
  why: "A figure that is known to differ from its source must not go out unexplained.",
  acts: "registered-manager",
  escalates: "Submission is delayed.",
  clear: "The registered manager gives the cause, the contracts manager the treatment, and the auditor checks again.",
  find: (facts) =>
    facts.validationLog.flatMap((row) => {
      const next = nextStep[row.status];
      return next
        ? [
            {
              subject: validationSubject(row),
              say: `${serviceName(facts, row.service)}: the discrepancy in ${recordWords(row.dataset)} ${row.record} ${next.waits}.`,
              acts: next.acts,
            },
          ]
        : [];
    }),
});

const nextStep: Readonly<Partial<Record<ValidationRow["status"], { readonly waits: string; readonly acts: Role }>>> = {
  discrepancy: { waits: "has no cause yet", acts: "registered-manager" },
  "cause-given": { waits: "has no treatment yet", acts: "contracts-manager" },
  treated: { waits: "waits to be checked again", acts: "auditor" },
  "re-checked": { waits: "is checked again and waits to be closed", acts: "quality-lead" },
};
