import { check } from "./check.ts";
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
    const subjects = [facts.specification.key, ...requiredIndicators(facts).map(({ key }) => key)];
    return facts.reviews
      .filter(({ subjectKind, subject }) => subjectKind !== "period-data" && subjects.includes(subject))
      .filter((review) => review.status === "asked" || isDoubt(review))
      .map((review) => ({
        subject: {
          register: "manager-reviews",
          key: review.key,
          title: review.subject,
          contract: facts.contract.key,
          services: [review.service],
        },
        say:
          review.status === "asked"
            ? `The manager of ${review.service} has not yet said whether “${review.subject}” fits the service.`
            : `The manager of ${review.service} has a concern about “${review.subject}” that is not resolved.`,
        acts: review.status === "asked" ? ("registered-manager" as const) : ("quality-lead" as const),
        ...(review.status === "asked" && { person: review.askedOf }),
        by: review.due,
      }));
  },
});
