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
    limit: number("Limit", { required: true }),
    unit: choice("Counted in", clockUnits, { required: true }),
    dueAt: instant("Due at", { required: true, indexed: true }),
    pauses: part("Pauses", {
      from: instant("From", { required: true }),
      to: instant("To"),
      reason: text("Reason", { required: true, max: 1000 }),
    }),
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
      { restricted: true },
    ),
    reasons: note("Why figures and care differ", { restricted: true }),
    codingInconsistencies: note("Codes used differently"),
    missedEscalations: note("Escalations missed", { restricted: true }),
    rootCauses: note("Root causes"),
    correctiveActions: references("Actions", "actions"),
    recommendedLimits: note("Own time limits from now on"),
    escalate: yesNo("Goes to the regional manager", { help: "Yes or no, always answered." }),
    escalateReason: note("Why"),
    finishedAt: instant("Finished at"),
    status: choice("Status", ["asked", "under-way", "finished"], { required: true, indexed: true }),
  },
});

export interface Investigation extends Row<typeof investigations> {}
