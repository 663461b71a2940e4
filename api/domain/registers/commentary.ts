import { choice, hash, instant, note, part, person, reference, references, text, yesNo } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

export const commentary = register({
  slug: "commentary",
  title: "Commentary",
  purpose: "The words beside the figures: what happened, why, and what we are doing, each with its evidence.",
  kind: "cycle",
  words: { one: "commentary", many: "commentaries", also: ["narrative"] },
  views: [
    { name: "Report commentary plan", where: { field: "status", is: ["proposed", "planned"] } },
    { name: "Service narrative log" },
    { name: "Draft narrative", where: { field: "status", is: ["drafted", "reviewed"] } },
    { name: "Contextual explanation", where: { field: "status", is: ["context-given"] } },
  ],
  headline: "theme",
  brief: ["theme", "section", "kind", "status"],
  scope: { contract: "contract", services: "services" },
  status: "status",
  fields: {
    cycle: reference("Cycle", "cycles", { required: true, indexed: true }),
    contract: reference("Contract", "contracts", { required: true, indexed: true }),
    section: text("Section of the pack", { indexed: true, max: 40, help: "Where in the pack it is printed." }),
    theme: text("What it is about", { required: true }),
    kind: choice("Kind", ["commentary", "manager-account"], {
      required: true,
      help: "A manager's account is what a manager knows and no record shows; the pack says so.",
    }),
    services: references("Services it speaks of", "services"),
    figures: references("Figures it speaks of", "figures"),
    actions: references("Actions it speaks of", "actions"),
    context: part(
      "What was going on in the services",
      {
        service: reference("Service", "services", { required: true }),
        text: text("What was going on", { required: true, max: 4000 }),
        by: person("Told by", { required: true }),
        at: instant("When"),
      },
      { help: "What managers of the services said, each in their own words." },
    ),
    text: note("Text", { help: "Every number must be the cited figure. No names of people we support." }),
    figuresHash: hash("Fingerprint of the figures when written", { help: "If one changes, the text comes back." }),
    reason: note("Why no commentary is needed", { help: "E.g. the figure moved because the definition did." }),
    writtenBy: person("Written by", { indexed: true }),
    writtenAt: instant("Written at"),
    reviewedBy: person("Reviewed by", { indexed: true }),
    reviewedAt: instant("Reviewed at"),
    reviewAccurate: yesNo("Accurate"),
    reviewBalanced: yesNo("Balanced", { help: "What got worse is told as plainly as what got better." }),
    reviewSupported: yesNo("Supported by evidence"),
    reviewClear: yesNo("Clear", { help: "For outcome reports." }),
    reviewNote: note("What the reviewer said", { help: "What the writer should know." }),
    status: choice("Status", ["proposed", "planned", "dismissed", "context-given", "drafted", "reviewed", "approved"], {
      required: true,
      indexed: true,
    }),
  },
});

export interface Commentary extends Row<typeof commentary> {}
