import { check } from "./check.ts";
import { serviceName } from "./names.ts";
import { isDoubt, requiredIndicators } from "./required.ts";

export const reviewReadinessOpen = check({
  id: "review.readiness-open",
  blocks: "define",
  severity: "blocking",
  finds: "A manager was asked about the specification or an indicator and has not answered, or their concern is open.",
  why: "The people who know the service say first whether its figures can be trusted.",
  acts: "registered-manager",
  escalates: "Quality lead.",
  clear: "The manager answers; the quality lead resolves the concern and says how.",
  find: (facts) => {
    const names = new Map([facts.specification, ...requiredIndicators(facts)].map(({ key, name }) => [key, name]));
    return facts.reviews
      .filter(({ subjectKind, subject }) => subjectKind !== "period-data" && names.has(subject))
      .filter((review) => review.status === "asked" || isDoubt(review))
      .map((review) => ({ review, name: names.get(review.subject) ?? "", service: serviceName(facts, review.service) }))
      .map(({ review, name, service }) => ({
        subject: {
          register: "manager-reviews",
          key: review.key,
          title: name,
          contract: facts.contract.key,
          services: [review.service],
        },
        say:
          review.status === "asked"
            ? `The manager of ${service} has not yet said whether “${name}” fits the service.`
            : `The manager of ${service} has a concern about “${name}” that is not resolved.`,
        acts: review.status === "asked" ? ("registered-manager" as const) : ("quality-lead" as const),
        ...(review.status === "asked" && { person: review.askedOf }),
        by: review.due,
      }));
  },
});
