import { choice, day, many, note, number, person, reference, references, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";
import { outcomeAreas } from "./outcome-area.ts";

export const outcomePlans = register({
  slug: "outcome-plans",
  title: "Outcome monitoring plans",
  purpose: "Which outcomes the quality lead chose to look at closely this quarter, for whom, and why.",
  kind: "outcomes",
  words: { one: "outcome monitoring plan", many: "outcome monitoring plans" },
  views: [
    { name: "Outcome monitoring plan" },
    { name: "Plans for this quarter", where: { field: "status", is: ["agreed"] } },
  ],
  headline: "name",
  brief: ["name", "services", "areas", "status"],
  scope: { contract: "contract", services: "services" },
  status: "status",
  fields: {
    name: text("Name", { required: true }),
    periodFrom: day("First day", { required: true, indexed: true }),
    periodTo: day("Last day", { required: true, indexed: true }),
    contract: reference("Contract", "contracts", { indexed: true }),
    services: references("Services", "services", { required: true }),
    areas: many("Areas", outcomeAreas, {
      required: true,
      help: "Parts of life to look at this quarter. Not every one, every quarter.",
    }),
    outcomes: references("Outcomes to look at", "outcomes"),
    size: number("How many people", { help: "People whose outcomes are looked at." }),
    seed: text("Seed", { help: "Makes the draw repeatable by anybody." }),
    why: note("Why these", { required: true, help: "What the figures or people told you." }),
    chosenBy: person("Chosen by", { required: true, indexed: true }),
    status: choice("Status", ["draft", "agreed", "done"], { required: true, indexed: true }),
  },
});

export interface OutcomePlan extends Row<typeof outcomePlans> {}
