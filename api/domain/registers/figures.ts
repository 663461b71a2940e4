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
    indicator: text("Indicator", { required: true, indexed: true, max: 60 }),
    edition: number("Edition of the definition", { required: true }),
    periodFrom: day("First day of the period", { required: true, indexed: true }),
    periodTo: day("Last day of the period", { required: true, indexed: true }),
    snapshot: text("Data used", { required: true, indexed: true, max: 16 }),
    numerator: number("Count"),
    denominator: number("Out of"),
    unit: choice("Unit", units, {
      required: true,
    }),
    target: number("Target"),
    rating: choice("Against target", ["met", "near", "not-met", "none-due", "no-target", "blocked"], {
      required: true,
      indexed: true,
    }),
    blockedReason: text("Why it is blocked", { max: 255 }),
    signal: text("Signal", { help: "What the chart shows that chance alone would not." }),
    engine: text("Worked out by"),
    queryHash: hash("Fingerprint of the query"),
    cellsPath: text("Figures per service, as a file", { max: 400 }),
    cellsHash: hash("Fingerprint of that file"),
    manual: yesNo("Typed by hand"),
    manualReason: note("Why by hand"),
    manualBy: person("Typed by"),
    status: choice("Status", ["computed", "validated", "cut-off", "submitted", "revised"], {
      required: true,
      indexed: true,
    }),
  },
});

export interface Figure extends Row<typeof figures> {}
