import { choice, day, instant, note, number, part, person, reference, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";
import { categories, safeguardingCategory } from "./category.ts";

export const exceptions = register({
  slug: "exceptions",
  title: "Weekly exceptions",
  purpose: "What stood out on the dashboard in a week, what was behind it, and whether it went away.",
  kind: "improvement",
  words: { one: "exception", many: "exceptions" },
  views: [
    { name: "Weekly dashboard exceptions" },
    {
      name: "Exceptions not yet reviewed",
      where: { field: "status", is: ["found", "prioritised", "checked", "actioned"] },
    },
  ],
  headline: "name",
  brief: ["name", "service", "weeksRunning", "priority", "status"],
  scope: { services: "service", safeguarding: safeguardingCategory },
  status: "status",
  fields: {
    name: text("What stood out", { required: true }),
    rule: text("Found by the rule", {
      required: true,
      indexed: true,
      max: 60,
      help: "The name of the check that found it.",
    }),
    category: choice("Category", categories, { required: true, indexed: true }),
    service: reference("Service", "services", { required: true, indexed: true }),
    weekFrom: day("Week beginning", { required: true, indexed: true }),
    records: part(
      "Records",
      {
        record: text("Record", { required: true, help: "Its number in the care system." }),
        since: day("Open since"),
      },
      { help: "The records behind it, by number only." },
    ),
    oldestDays: number("Oldest, in days", { help: "How long the oldest record has stood open." }),
    weeksRunning: number("Weeks running", {
      required: true,
      indexed: true,
      help: "At the number set for its rule it goes to senior management.",
    }),
    priority: choice("Priority", ["high", "medium", "low"], { indexed: true }),
    prioritisedBy: person("Prioritised by", { indexed: true }),
    prioritisedAt: instant("Prioritised at"),
    cause: choice("What is behind it", ["data-error", "practice-gap", "operational-pressure"], { indexed: true }),
    causeNote: note("What was found", {
      restricted: true,
      help: "What the team leader found in the records. It stays in this register.",
    }),
    checkedBy: person("Checked by"),
    checkedAt: instant("Checked at"),
    action: reference("Action", "actions", { indexed: true }),
    verdict: choice("Afterwards", ["reduced", "stable", "escalate"]),
    verdictBy: person("Reviewed by"),
    verdictNote: note("What the numbers say", { help: "The same count in the weeks after." }),
    status: choice("Status", ["found", "prioritised", "checked", "actioned", "reviewed"], {
      required: true,
      indexed: true,
    }),
  },
});

export interface Exception extends Row<typeof exceptions> {}
