import { datasetNames } from "../figures/dataset-names.ts";
import { choice, hash, instant, note, number, person, reference, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";
import { directions } from "./assurance-plans.ts";

export const validationLog = register({
  slug: "validation-log",
  title: "Validation log",
  purpose: "Each record checked against its source, whether they agreed, and what was done when they did not.",
  kind: "cycle",
  words: { one: "check", many: "checks", also: ["sampled record", "discrepancy"] },
  views: [
    { name: "Reporting assurance log" },
    {
      name: "Discrepancy review",
      where: { field: "status", is: ["discrepancy", "cause-given", "treated", "re-checked"] },
    },
    { name: "ECM audit trail (amendments)", where: { field: "treatment", is: ["data-correction"] } },
  ],
  headline: "record",
  brief: ["record", "service", "result", "cause", "status"],
  scope: { contract: "contract", services: "service", safeguarding: { field: "dataset", is: ["safeguarding"] } },
  status: "status",
  fields: {
    plan: reference("Assurance plan", "assurance-plans", { required: true, indexed: true }),
    cycle: reference("Cycle", "cycles", { indexed: true }),
    contract: reference("Contract", "contracts", { required: true, indexed: true }),
    service: reference("Service", "services", { required: true, indexed: true }),
    indicator: text("Indicator", {
      indexed: true,
      max: 60,
      help: "The figure this record was drawn for.",
      codeOf: "indicators",
    }),
    dataset: choice("Kind of record", datasetNames, { required: true, indexed: true }),
    record: text("Record", { required: true, indexed: true, help: "Its number in the care system." }),
    recordVersion: number("Version of the record", {
      help: "A record changed in the care system comes in as a new version.",
    }),
    sourceFile: hash("File it came in", { help: "The very file of the import." }),
    sourceRow: number("Row in that file", { help: "Its line, counted from the headings." }),
    direction: choice("Which way", directions, { required: true }),
    reportedValue: note("What we reported", {
      help: "Written down from the figures before anybody looked at the source.",
    }),
    sourceValue: note("What the source says", { help: "Numbers, times and codes. No names." }),
    result: choice("Result", ["agrees", "differs", "not-found"], { indexed: true }),
    checkedBy: person("Checked by", { indexed: true }),
    checkedAt: instant("Checked at"),
    cause: choice("Why they differ", ["data-error", "incomplete-recording", "genuine-concern"], { indexed: true }),
    causeBy: person("Cause given by"),
    causeNote: note("What happened", {
      restricted: true,
      help: "The registered manager's account. It stays in this register.",
    }),
    treatment: choice("What is done about it", ["data-correction", "narrative-explanation", "process-improvement"], {
      indexed: true,
    }),
    treatmentBy: person("Decided by"),
    treatmentAgreedBy: person("Agreed by the quality lead", {
      help: "Needed when the new coding makes the figure better.",
    }),
    correction: note("What was corrected, and why", {
      help: "What staff changed in the care system, and what shows that it is right now.",
    }),
    correctionSource: text("Where the right value stands", { help: "E.g. paper chart, call log entry." }),
    correctedBy: person("Corrected by"),
    recheckedBy: person("Checked again by"),
    recheckedAt: instant("Checked again at"),
    amendmentImport: reference("Import in which the correction arrived", "imports"),
    action: reference("Action opened", "actions"),
    status: choice("Status", ["to-check", "agrees", "discrepancy", "cause-given", "treated", "re-checked", "closed"], {
      required: true,
      indexed: true,
    }),
  },
});

export interface ValidationRow extends Row<typeof validationLog> {}
