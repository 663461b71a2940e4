import { choice, day, part, person, reference, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";
import { stages } from "./stages.ts";

export const reportingCalendar = register({
  slug: "reporting-calendar",
  title: "Reporting calendar",
  purpose: "Which pack or return is due to which commissioner, when, and who does what by which day.",
  kind: "set-up",
  words: { one: "calendar entry", many: "calendar entries", also: ["due date"] },
  views: [{ name: "Commissioner reporting calendar" }, { name: "Contract reporting schedule" }],
  headline: "name",
  brief: ["name", "contract", "due", "responsible"],
  scope: { contract: "contract" },
  fields: {
    name: text("Name", { required: true, help: "E.g. Westshire, July to September 2026." }),
    contract: reference("Contract", "contracts", { required: true, indexed: true }),
    specification: reference("Specification", "specifications", { required: true, indexed: true }),
    period: text("Period", { required: true, indexed: true, max: 21, help: "First and last day." }),
    periodRule: choice("Periods come", ["monthly", "four-weekly", "quarterly", "half-yearly", "yearly", "as-listed"], {
      required: true,
    }),
    due: day("Due to the commissioner", { required: true, indexed: true }),
    milestones: part(
      "Milestones",
      {
        stage: choice("Stage", stages, { required: true }),
        by: day("Done by", { required: true }),
        responsible: person("Responsible"),
      },
      { help: "Counted back from the due day in working days." },
    ),
    responsible: person("Responsible", { indexed: true }),
    cycle: reference("Cycle", "cycles", { help: "Empty until the cycle starts." }),
  },
});

export interface CalendarEntry extends Row<typeof reportingCalendar> {}
