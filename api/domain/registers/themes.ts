import { choice, day, instant, note, part, person, reference, references, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";
import { categories, safeguardingCategory } from "./category.ts";

export const themes = register({
  slug: "themes",
  title: "Themes",
  purpose: "What keeps coming back from one cycle to the next, and whether it is getting better.",
  kind: "improvement",
  words: { one: "theme", many: "themes" },
  views: [
    { name: "Theme review", where: { field: "status", is: ["open", "improving", "escalated"] } },
    { name: "Repeat-theme review", where: { field: "status", is: ["escalated"] } },
  ],
  headline: "name",
  brief: ["name", "category", "services", "status"],
  scope: { contract: "contract", services: "services", safeguarding: safeguardingCategory },
  status: "status",
  fields: {
    name: text("What recurs", { required: true }),
    category: choice("Category", categories, { required: true, indexed: true }),
    contract: reference("Contract", "contracts", { indexed: true }),
    services: references("Services", "services"),
    proposedBy: choice("Noticed by", ["the-numbers", "leadership"], { required: true }),
    firstSeen: day("First seen", { required: true, indexed: true }),
    cyclesSeen: references("Cycles it was seen in", "cycles"),
    indicators: text("Indicators it shows in", { help: "The figures one sees it by.", codeOf: "indicators" }),
    verdicts: part(
      "Verdict each cycle",
      {
        cycle: reference("Cycle", "cycles", { required: true }),
        verdict: choice("Verdict", ["improved", "stable", "escalated"], { required: true }),
        numbers: text("Numbers behind it", { required: true }),
        by: person("By", { required: true }),
        at: instant("At", { required: true }),
      },
      { help: "Given by leadership in every cycle it is still open." },
    ),
    discussedOn: day("Discussed with the commissioner on"),
    discussion: note("What was said", { help: "With the commissioner, and what was agreed." }),
    owner: person("Owner", { indexed: true }),
    closedReason: note("Why it was closed", { help: "The numbers that show it is over." }),
    status: choice("Status", ["open", "improving", "escalated", "closed"], { required: true, indexed: true }),
  },
});

export interface Theme extends Row<typeof themes> {}
