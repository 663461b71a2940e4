import { clockUnits } from "../clocks/clock-unit.ts";
import { choice, instant, note, number, part, person, reference, references, text, yesNo } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";
import { categories, safeguardingCategory } from "./category.ts";

/** One row a step, each with its own clock. */
export const investigations = register({
  slug: "investigations",
  title: "Investigations",
  purpose: "What each manager looked at when somebody outside doubted us, what they found, and what they changed.",
  kind: "scrutiny",
  words: { one: "investigation", many: "investigations" },
  views: [
    { name: "Governance investigation form", where: { field: "step", is: ["investigation"] } },
    { name: "Provider monitoring log", where: { field: "step", is: ["verification"] } },
    { name: "Safeguarding governance template", where: { field: "step", is: ["safeguarding-review"] } },
    { name: "Governance review form", where: { field: "step", is: ["outcome-review"] } },
  ],
  headline: "name",
  brief: ["name", "service", "responsible", "dueAt", "status"],
  scope: { contract: "contract", services: "service", safeguarding: safeguardingCategory },
  status: "status",
  fields: {
    name: text("Name", { required: true }),
    scrutiny: reference("Query or review", "scrutiny", { required: true, indexed: true }),
    step: choice("Step", ["investigation", "verification", "safeguarding-review", "outcome-review"], {
      required: true,
      indexed: true,
    }),
    category: choice("Category", categories, { required: true, indexed: true }),
    contract: reference("Contract", "contracts", { indexed: true }),
    service: reference("Service", "services", { required: true, indexed: true }),
    responsible: person("Who looks into it", { required: true, indexed: true }),
    startedAt: instant("Clock started at", { required: true }),
    limit: number("Limit", { required: true, help: "How long this step may take." }),
    unit: choice("Counted in", clockUnits, { required: true }),
    dueAt: instant("Due at", { required: true, indexed: true }),
    pauses: part(
      "Pauses",
      {
        from: instant("From", { required: true }),
        to: instant("To"),
        reason: text("Reason", { required: true, max: 1000 }),
      },
      { help: "Time that does not count, each with its reason." },
    ),
    sources: part(
      "Sources looked at",
      {
        source: choice(
          "Source",
          [
            "call-monitoring",
            "rota-exceptions",
            "family-complaints",
            "continuity-notes",
            "care-notes",
            "referrals",
            "handovers",
            "other",
          ],
          { required: true },
        ),
        lookedAt: yesNo("Looked at", { required: true }),
        finding: text("What it showed", { max: 4000 }),
      },
      { restricted: true, help: "Tick each one looked at and say what it showed, also when it showed nothing." },
    ),
    reasons: note("Why figures and care differ", {
      restricted: true,
      help: "What made the number differ from what people saw. It stays in this register.",
    }),
    codingInconsistencies: note("Codes used differently", {
      help: "E.g. one branch codes a short visit as missed, another does not.",
    }),
    missedEscalations: note("Escalations missed", {
      restricted: true,
      help: "Who should have been told, and was not. It stays in this register.",
    }),
    rootCauses: note("Root causes", { help: "What lies beneath the reasons, and would bring it back." }),
    correctiveActions: references("Actions", "actions"),
    recommendedLimits: note("Own time limits from now on", { help: "What this service will hold itself to." }),
    escalate: yesNo("Goes to the regional manager", { help: "Yes or no, always answered." }),
    escalateReason: note("Why", { help: "For a no as well as a yes." }),
    finishedAt: instant("Finished at"),
    status: choice("Status", ["asked", "under-way", "finished"], { required: true, indexed: true }),
  },
});

export interface Investigation extends Row<typeof investigations> {}
