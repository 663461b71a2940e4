import { choice, day, hash, note, number, person, reference, text, yesNo } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";
import { units } from "./units.ts";

export const figures = register({
  slug: "figures",
  title: "Figures",
  purpose: "Every number we report: what it is, against which target, and exactly which data it came from.",
  kind: "cycle",
  words: { one: "figure", many: "figures", also: ["KPI result"] },
  views: [
    { name: "Dashboard figures" },
    { name: "Reporting template values" },
    { name: "Revised figures", where: { field: "status", is: ["revised"] } },
  ],
  headline: "name",
  brief: ["name", "contract", "periodTo", "rating", "status"],
  scope: { totals: true, contract: "contract" },
  status: "status",
  fields: {
    name: text("Name", { required: true }),
    cycle: reference("Cycle", "cycles", { indexed: true }),
    contract: reference("Contract", "contracts", { required: true, indexed: true }),
    indicator: text("Indicator", {
      required: true,
      indexed: true,
      max: 60,
      help: "What is counted, and how.",
      codeOf: "indicators",
    }),
    edition: number("Edition of the definition", { required: true, help: "The definition it was worked out by." }),
    periodFrom: day("First day of the period", { required: true, indexed: true }),
    periodTo: day("Last day of the period", { required: true, indexed: true }),
    snapshot: text("Data used", {
      required: true,
      indexed: true,
      max: 16,
      help: "Names the exact set of files the figure came from.",
    }),
    numerator: number("Count", { help: "What was counted." }),
    denominator: number("Out of", { help: "What it is measured against." }),
    unit: choice("Unit", units, {
      required: true,
    }),
    target: number("Target", { help: "The contract's own, or ours where it has none." }),
    rating: choice("Against target", ["met", "near", "not-met", "none-due", "no-target", "blocked"], {
      required: true,
      indexed: true,
    }),
    blockedReason: text("Why it is blocked", {
      max: 255,
      help: "What is missing. A figure that cannot be known is never shown as zero.",
    }),
    signal: text("Signal", { help: "What the chart shows that chance alone would not." }),
    engine: text("Worked out by", { help: "The program and version that did the sums." }),
    queryHash: hash("Fingerprint of the query", {
      help: "The same question on the same data gives the same figure again.",
    }),
    cellsPath: text("Figures per service, as a file", {
      max: 400,
      help: "The same figure for each service and month.",
    }),
    cellsHash: hash("Fingerprint of that file", { help: "Shows that the file was not changed since." }),
    manual: yesNo("Typed by hand"),
    manualReason: note("Why by hand", {
      help: "Why it could not be worked out, and where the number came from. The pack says it is typed.",
    }),
    manualBy: person("Typed by"),
    status: choice("Status", ["computed", "validated", "cut-off", "submitted", "revised"], {
      required: true,
      indexed: true,
    }),
  },
});

export interface Figure extends Row<typeof figures> {}
