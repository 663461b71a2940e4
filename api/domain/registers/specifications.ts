import { choice, day, hash, note, number, part, person, reference, several, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";
import { reviewCadences } from "./review-cadences.ts";

export const specifications = register({
  slug: "specifications",
  title: "Specifications",
  purpose: "What a contract's pack or return must hold, section by section, as agreed with the commissioner.",
  kind: "set-up",
  words: { one: "specification", many: "specifications", also: ["template"] },
  views: [
    { name: "Evidence pack specification", where: { field: "kind", is: ["evidence-pack"] } },
    { name: "Contract report template", where: { field: "kind", is: ["contract-monitoring-report"] } },
    { name: "KPI specification document", where: { field: "kind", is: ["kpi-return"] } },
    { name: "Reporting specification", where: { field: "kind", is: ["outcome-report"] } },
    { name: "Contract reporting schedule" },
  ],
  headline: "name",
  brief: ["name", "contract", "kind", "edition", "status"],
  scope: { contract: "contract" },
  status: "status",
  fields: {
    contract: reference("Contract", "contracts", { required: true, indexed: true }),
    kind: choice("Kind", ["evidence-pack", "contract-monitoring-report", "kpi-return", "outcome-report"], {
      required: true,
      indexed: true,
    }),
    edition: number("Edition", { required: true, help: "A pack keeps the edition it was made with." }),
    effectiveFrom: day("Used from", { required: true }),
    name: text("Name", { required: true }),
    sections: part(
      "Sections, in order",
      {
        code: text("Code", { required: true, max: 40 }),
        title: text("Title", { required: true }),
        categories: several("Evidence categories"),
        indicators: several("Indicators", {
          help: "In the order they are printed.",
          codeOf: "indicators",
        }),
        wordBudget: number("Most words"),
        evidence: text("Evidence required"),
      },
      { help: "In the order they are printed, with what each must hold." },
    ),
    templatePath: text("Commissioner's own form", { help: "The workbook or form they want filled in." }),
    templateHash: hash("Fingerprint of the form", { help: "Shows that the form is still the one that was mapped." }),
    templateCells: part(
      "Cells of the form",
      {
        cell: text("Cell", { required: true, help: "E.g. Return!C7." }),
        indicator: text("Indicator", { required: true, max: 60, codeOf: "indicators" }),
        shows: choice("Shows", ["value", "numerator", "denominator", "target", "commentary"], { required: true }),
      },
      { help: "Which figure goes into which cell of the commissioner's own form." },
    ),
    agreedWith: text("Agreed with", { help: "Who at the commissioner." }),
    agreedOn: day("Agreed on"),
    reviewEvery: choice("Reviewed", reviewCadences),
    reviewedOn: day("Last reviewed", { indexed: true }),
    changeNote: note("What changed since the last edition", { help: "What a manager should look at first." }),
    writtenBy: person("Written by", { indexed: true }),
    approvedBy: person("Approved by"),
    approvedOn: day("Approved on"),
    supersededBy: reference("Replaced by", "specifications"),
    status: choice("Status", ["draft", "in-review", "approved", "superseded"], { required: true, indexed: true }),
  },
});

export interface Specification extends Row<typeof specifications> {}
