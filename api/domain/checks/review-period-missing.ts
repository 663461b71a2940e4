import { periodId } from "../period.ts";
import { check } from "./check.ts";
import { serviceName } from "./names.ts";
import { periodOfCycle } from "./required.ts";
import { cycleSubject } from "./subjects.ts";

export const reviewPeriodMissing = check({
  id: "review.period-missing",
  blocks: "collect",
  severity: "blocking",
  finds: "A manager has not yet looked at the period’s data of their service.",
  why: "The people who know the service see first when its data is not true.",
  acts: "registered-manager",
  escalates: "Regional manager.",
  clear: "The registered manager says whether the period’s data matches the service.",
  find: (facts) => {
    const period = periodId(periodOfCycle(facts));
    const ofPeriod = facts.reviews.filter((each) => each.subjectKind === "period-data" && each.period === period);
    return facts.contract.services.flatMap((service) => {
      const reviews = ofPeriod.filter((each) => each.service === service);
      const asked = reviews.find(({ status }) => status === "asked");
      if (reviews.length > 0 && !asked) return [];
      const name = serviceName(facts, service);
      return [
        {
          subject: { ...cycleSubject(facts, service), services: [service] },
          say: asked
            ? `The manager of ${name} has not yet said whether the period’s data matches the service.`
            : `Nobody has asked the manager of ${name} about the period’s data.`,
          acts: asked ? ("registered-manager" as const) : ("quality-lead" as const),
          person: asked?.askedOf,
          by: asked?.due,
        },
      ];
    });
  },
});
