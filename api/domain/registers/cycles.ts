import { choice, day, instant, note, number, part, person, reference, references, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";
import { stages } from "./stages.ts";

export const cycles = register({
  slug: "cycles",
  title: "Reporting cycles",
  purpose: "One contract's report for one period, from agreeing what it holds to learning from it.",
  kind: "cycle",
  words: { one: "cycle", many: "cycles", also: ["reporting cycle"] },
  views: [
    { name: "Contract monitoring governance file" },
    {
      name: "Cycles under way",
      where: { field: "stage", is: stages.filter((stage) => stage !== "closed") },
    },
  ],
  headline: "name",
  brief: ["name", "contract", "stage", "due"],
  scope: { contract: "contract" },
  status: "stage",
  fields: {
    name: text("Name", { required: true }),
    contract: reference("Contract", "contracts", { required: true, indexed: true }),
    specification: reference("Specification", "specifications", { required: true, indexed: true }),
    specificationEdition: number("Edition of the specification", {
      help: "The pack is made by this edition, whatever is agreed later.",
    }),
    periodFrom: day("First day of the period", { required: true, indexed: true }),
    periodTo: day("Last day of the period", { required: true, indexed: true }),
    stage: choice("Stage", stages, { required: true, indexed: true }),
    profile: choice("Depth", ["full", "light"], { required: true, help: "Light is for monthly KPI returns." }),
    due: day("Due to the commissioner", { required: true, indexed: true }),
    milestones: part(
      "Milestones",
      {
        stage: choice("Stage", stages, { required: true }),
        by: day("Done by", { required: true }),
        responsible: person("Responsible"),
        doneOn: day("Done on"),
      },
      { help: "Counted back from the due day in working days." },
    ),
    responsible: person("Responsible", { indexed: true }),
    cutOffAt: instant("Data cut-off at", { help: "Figures are worked out from what was in by then." }),
    cutOffBy: person("Data cut-off by"),
    snapshot: text("Data used", { max: 16, help: "Names the exact set of files the figures come from." }),
    exceptions: part(
      "Approved with an exception",
      {
        stage: choice("Stage", stages, { required: true }),
        check: text("Check", { required: true }),
        subject: text("About"),
        reason: text("Reason", { required: true, max: 2000 }),
        askedBy: person("Asked by", { required: true }),
        askedAt: instant("Asked at", { required: true }),
        grantedBy: person("Granted by"),
        grantedAt: instant("Granted at"),
      },
      { help: "One senior leader asks, a different one grants. The pack prints the reason." },
    ),
    extensions: part(
      "More time from the commissioner",
      {
        until: day("Until", { required: true }),
        askedOn: day("Asked on", { required: true }),
        reply: choice("Reply", ["agreed", "refused"]),
        repliedBy: text("Replied by"),
        repliedOn: day("Replied on"),
      },
      { help: "What was asked for, and what the commissioner answered." },
    ),
    limitations: note("Limits of this submission", { help: "Printed on page one." }),
    packVersions: references("Packs made", "packs"),
  },
});

export interface Cycle extends Row<typeof cycles> {}
