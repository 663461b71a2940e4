import { datasetNames } from "../figures/dataset-names.ts";
import { choice, day, note, person, reference, several, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

export const evidenceMap = register({
  slug: "evidence-map",
  title: "Evidence map",
  purpose: "Where the evidence for each category and indicator comes from, and who looks after it.",
  kind: "set-up",
  words: { one: "mapped source", many: "mapped sources", also: ["source map", "data map"] },
  views: [
    { name: "Source map" },
    { name: "Data map" },
    { name: "Reporting data map" },
    { name: "Sources that no longer fit", where: { field: "status", is: ["broken"] } },
  ],
  headline: "report",
  brief: ["report", "indicator", "owner", "status"],
  scope: { contract: "contract" },
  status: "status",
  fields: {
    specification: reference("Specification", "specifications", { indexed: true }),
    contract: reference("Contract", "contracts", { required: true, indexed: true }),
    indicator: text("Indicator", {
      indexed: true,
      max: 60,
      help: "When the source is for one figure.",
      codeOf: "indicators",
    }),
    category: text("Evidence category", { indexed: true, help: "When the source is for a whole category." }),
    sourceSystem: text("System it comes from", {
      required: true,
      help: "E.g. the care system, the complaints book, the rota.",
    }),
    report: text("Report or export", { required: true }),
    profile: reference("Import mapping", "profiles"),
    dataset: choice("Read as", datasetNames, { indexed: true }),
    columns: several("Columns used", {
      help: "If one goes missing from the file, the indicator is blocked, never zero.",
    }),
    owner: person("Owner", { indexed: true, help: "Who makes sure it arrives and is right." }),
    frequency: choice("How often", ["daily", "weekly", "monthly", "quarterly", "on-request"], { required: true }),
    period: text("Period it covers", { help: "E.g. each calendar month." }),
    gaps: note("Known gaps", { help: "What the source cannot show. Printed in the pack." }),
    confirmedBy: person("Confirmed by"),
    confirmedOn: day("Confirmed on", { indexed: true }),
    status: choice("Status", ["mapped", "confirmed", "broken"], { required: true, indexed: true }),
  },
});

export interface MappedSource extends Row<typeof evidenceMap> {}
