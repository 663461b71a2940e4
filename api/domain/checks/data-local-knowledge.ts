import { periodId } from "../period.ts";
import { check } from "./check.ts";
import { indicatorName, serviceName } from "./names.ts";
import { isDoubt, periodOfCycle } from "./required.ts";

export const dataLocalKnowledge = check({
  id: "data.local-knowledge",
  blocks: "collect",
  severity: "blocking",
  finds: "A manager says that the figure does not match what happened, and nobody has resolved it.",
  why: "A figure that the service does not recognise will not stand up when the commissioner asks.",
  acts: "quality-lead",
  escalates: "Submission is delayed.",
  clear: "Look at the records with the manager, and record how the doubt was resolved.",
  find: (facts) =>
    facts.reviews
      .filter(
        ({ subjectKind, period, service }) =>
          subjectKind === "period-data" &&
          period === periodId(periodOfCycle(facts)) &&
          facts.contract.services.includes(service),
      )
      .filter(isDoubt)
      .map(({ key, service, indicator, direction, size }) => ({
        subject: {
          register: "manager-reviews",
          key,
          title: serviceName(facts, service),
          contract: facts.contract.key,
          services: [service],
        },
        say: `The manager of ${serviceName(facts, service)} says that ${indicator ? `“${indicatorName(facts, indicator)}”` : "the period’s data"} does not match the service${
          direction === "higher" || direction === "lower" ? `: the true figure is ${direction}` : ""
        }${size ? `, by about ${size}` : ""}.`,
      })),
});
