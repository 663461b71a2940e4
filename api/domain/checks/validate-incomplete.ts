import { accuracyOf } from "../assurance/accuracy.ts";
import { alwaysCheckedIn } from "../assurance/always-checked.ts";
import type { AssurancePlan } from "../registers/assurance-plans.ts";
import { check } from "./check.ts";
import type { Facts } from "./facts.ts";
import { requiredIndicators, requiredSources } from "./required.ts";
import { cycleSubject } from "./subjects.ts";

export const validateIncomplete = check({
  id: "validate.incomplete",
  blocks: "validate",
  severity: "blocking",
  finds: "The records to be checked are not all checked, or too many were wrong and nobody has widened the check.",
  why: "A commissioner may ask of any figure how we know.",
  acts: "auditor",
  escalates: "Submission is delayed.",
  clear:
    "Draw and finish every sample, both ways, and every case that is always checked; widen where accuracy is too low.",
  canBeQualified: true,
  find: (facts) => [
    ...missingPlans(facts).map(({ part, say }) => ({ subject: cycleSubject(facts, part), say })),
    ...facts.plans.flatMap((plan) => {
      const say = openIn(plan, facts);
      const { key, name: title, contract, checker: person, dataset } = plan;
      const category = dataset === "safeguarding" ? ("safeguarding" as const) : undefined;
      return say ? [{ subject: { register: "assurance-plans", key, title, contract, category }, say, person }] : [];
    }),
  ],
});

/** Both ways and, always, every case; a light cycle (monthly KPI return) checks a rolling sample one way. */
function missingPlans(facts: Facts): readonly { readonly part: string; readonly say: string }[] {
  const { plans, cycle } = facts;
  const has = (direction: AssurancePlan["direction"]) => plans.some((plan) => plan.direction === direction);
  const used = [
    ...requiredIndicators(facts).map(({ dataset }) => dataset),
    ...requiredSources(facts).flatMap(({ dataset }) => (dataset === undefined ? [] : [dataset])),
  ];
  const everyCase = alwaysCheckedIn(used)
    .filter(({ of }) => !plans.some((plan) => plan.direction === "every-case" && of.includes(plan.dataset)))
    .map(({ name, slug }) => ({ part: `every-case-${slug}`, say: `No plan covers every case of: ${name}.` }));
  const backward = plans.some((plan) => plan.direction === "source-to-figure" && plan.independentSource?.trim());
  return [
    ...(has("figure-to-source")
      ? []
      : [{ part: "figure-to-source", say: "No sample goes from the figures back to their records." }]),
    ...(backward || cycle.profile === "light"
      ? []
      : [{ part: "source-to-figure", say: "No sample goes from a source other than the export to the figures." }]),
    ...everyCase,
  ];
}

function openIn(plan: AssurancePlan, { validationLog, plans }: Facts): string | undefined {
  const rows = validationLog.filter((row) => row.plan === plan.key);
  const checked = rows.filter(({ status }) => status !== "to-check").length;
  if (plan.drawnAt === undefined) return `“${plan.name}” is written but not drawn yet.`;
  if (checked < plan.size || checked < rows.length)
    return `“${plan.name}”: ${checked} of ${Math.max(plan.size, rows.length)} records are checked.`;
  const { accuracy } = accuracyOf(rows);
  const low = accuracy !== undefined && accuracy * 100 < plan.threshold;
  return low && !plans.some((each) => each.extends === plan.key)
    ? `“${plan.name}”: ${(accuracy * 100).toFixed(1)} % agreed as first found, below the ${plan.threshold} % the plan asks for, and the check has not been widened.`
    : undefined;
}
