import { choice, day, instant, note, person, reference, text, yesNo } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

export const managerReviews = register({
  slug: "manager-reviews",
  title: "Managers' reviews",
  purpose: "What the managers who know the service say about a definition or a period's figures before they are used.",
  kind: "set-up",
  words: { one: "manager's review", many: "managers' reviews", also: ["readiness concern"] },
  views: [
    { name: "Manager feedback", where: { field: "subjectKind", is: ["specification"] } },
    { name: "Dashboard readiness log", where: { field: "subjectKind", is: ["indicator"] } },
    { name: "Service review log", where: { field: "subjectKind", is: ["period-data"] } },
    { name: "Review log" },
  ],
  headline: "subject",
  brief: ["subject", "service", "period", "answer", "status"],
  scope: { services: "service" },
  status: "status",
  fields: {
    subjectKind: choice("About", ["specification", "indicator", "period-data"], { required: true, indexed: true }),
    subject: text("What is reviewed", { required: true, indexed: true }),
    service: reference("Service", "services", { required: true, indexed: true }),
    indicator: text("Indicator", {
      indexed: true,
      max: 60,
      help: "The figure the question is about, when it is about one.",
      codeOf: "indicators",
    }),
    period: text("Period", { indexed: true, max: 21, help: "First and last day, e.g. 2026-07-01_2026-09-30." }),
    askedOf: person("Asked of", { required: true, indexed: true }),
    due: day("Answer by", { indexed: true }),
    answer: choice("Does it match your service?", ["yes", "partly", "no"]),
    answeredBy: person("Answered by"),
    answeredAt: instant("Answered at"),
    concern: note("What worries you about it", { help: "No names of people we support." }),
    context: note("What was going on", { help: "Staffing, weather, new people. No names of people we support." }),
    gaps: note("What is missing from the records", {
      help: "What happened and was never written down, or written down elsewhere.",
    }),
    localKnowledge: yesNo("What I know here says otherwise"),
    direction: choice("The true figure is", ["higher", "lower", "cannot-say"]),
    size: text("By about how much", { help: "E.g. two or three visits a week." }),
    resolution: note("How it was resolved", { help: "What was changed, or why nothing had to be." }),
    resolvedBy: person("Resolved by"),
    resolvedAt: instant("Resolved at"),
    status: choice("Status", ["asked", "answered", "resolved"], { required: true, indexed: true }),
  },
});

export interface ManagerReview extends Row<typeof managerReviews> {}
