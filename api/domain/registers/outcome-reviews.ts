import { choice, day, instant, note, part, person, reference, text, yesNo } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

export const outcomeReviews = register({
  slug: "outcome-reviews",
  title: "Outcome reviews",
  purpose: "What the evidence from different sources says about one outcome, and what three people make of it.",
  kind: "outcomes",
  words: { one: "outcome review", many: "outcome reviews" },
  views: [
    { name: "Outcome review document" },
    { name: "Outcome reports", where: { field: "leadVerdict", is: ["report"] } },
  ],
  headline: "name",
  brief: ["name", "service", "conclusion", "status"],
  scope: { services: "service" },
  status: "status",
  fields: {
    name: text("Name", { required: true }),
    outcome: reference("Outcome", "outcomes", { required: true, indexed: true }),
    plan: reference("Monitoring plan", "outcome-plans", { indexed: true }),
    service: reference("Service", "services", { required: true, indexed: true }),
    periodFrom: day("First day", { required: true, indexed: true }),
    periodTo: day("Last day", { required: true, indexed: true }),
    evidence: part(
      "Evidence",
      {
        source: choice("Source", ["care-notes", "incidents", "medication-charts", "technology-alerts", "feedback"], {
          required: true,
        }),
        direction: choice("It points to", ["improved", "stable", "declined", "cannot-say"], { required: true }),
        record: text("Record", { help: "Its number in the care system." }),
        note: text("What it shows", { max: 2000 }),
      },
      { restricted: true, help: "One line for each source, with what it points to." },
    ),
    gatheredBy: person("Gathered by", { indexed: true }),
    gatheredAt: instant("Gathered at"),
    singleSource: yesNo("One source only", { help: "Printed wherever the review is shown." }),
    conclusion: choice("Against the aim", ["improved", "stable", "declined", "conflicting"], { indexed: true }),
    conclusionNote: note("Why", { restricted: true, help: "What weighed most, and what spoke against it." }),
    concludedBy: person("Team leader"),
    concludedAt: instant("Concluded at"),
    managerVerdict: choice("Registered manager's verdict", ["effective", "adjust"]),
    managerBy: person("Registered manager"),
    managerNote: note("What to adjust", { restricted: true, help: "What will be done differently in the care plan." }),
    leadVerdict: choice("Quality lead's verdict", ["report", "improve-internally"], { indexed: true }),
    leadBy: person("Quality lead"),
    leadNote: note("Why so", { help: "Why it is reported, or kept for our own improvement." }),
    status: choice("Status", ["gathering", "concluded", "confirmed", "decided"], { required: true, indexed: true }),
  },
});

export interface OutcomeReview extends Row<typeof outcomeReviews> {}
