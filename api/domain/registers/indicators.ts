import { datasetNames } from "../figures/dataset-names.ts";
import { choice, day, note, number, part, person, reference, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";
import { units } from "./units.ts";

export const indicators = register({
  slug: "indicators",
  title: "Indicators",
  purpose: "What we count, exactly how, and what counts as good, in words and as rules a computer can follow.",
  kind: "set-up",
  words: { one: "indicator", many: "indicators", also: ["KPI", "measure"] },
  views: [
    { name: "KPIs", where: { field: "status", is: ["agreed"] } },
    { name: "Contract measures" },
    { name: "Reporting validation file" },
  ],
  headline: "name",
  brief: ["name", "unit", "target", "edition", "status"],
  status: "status",
  fields: {
    code: text("Code", { required: true, indexed: true, max: 60, help: "Short and lasting, e.g. missed-visits." }),
    name: text("Name", { required: true }),
    definition: note("What it means, in plain words", {
      required: true,
      help: "So that a new manager and a commissioner understand the same by it.",
    }),
    why: note("Why it matters", { help: "What it means for the people we support." }),
    dataset: choice("Counted from", datasetNames, { required: true, indexed: true }),
    population: note("Whom or what it covers (rule)", {
      help: "All that could count, e.g. planned visits in the period. Its words stand beside every figure.",
    }),
    numerator: note("Which of them count (rule)", { help: "What is counted, e.g. visits nobody started." }),
    denominator: note("Out of which (rule)", { help: "What it is measured against, e.g. all planned visits." }),
    exclusions: note("Which are left out (rules)", {
      help: "What neither counts nor stands against it, e.g. visits the person called off.",
    }),
    window: text("Over which time", { help: "E.g. days in the period by planned start." }),
    unit: choice("Unit", units, {
      required: true,
    }),
    rounding: number("Decimal places", {
      required: true,
      help: "How many stand behind the point, everywhere it is shown.",
    }),
    direction: choice("Better when", ["higher-is-better", "lower-is-better", "neutral"], { required: true }),
    target: number("Target", { help: "What we aim at where a contract sets nothing else." }),
    amber: number("Still near the target at", { help: "Between this and the target a figure reads “near”." }),
    targets: part(
      "Targets of single contracts",
      {
        contract: reference("Contract", "contracts", { required: true }),
        target: number("Target", { required: true }),
        amber: number("Still near at"),
      },
      { help: "Where a contract's target differs from ours." },
    ),
    boundaries: note("What happens exactly on the line", {
      help: "E.g. a visit 15 minutes late counts as on time.",
    }),
    smallNumbers: number("Hide counts below", { help: "So that nobody can be recognised from a small number." }),
    edition: number("Edition", { required: true, help: "A change of definition makes a new one." }),
    effectiveFrom: day("Used from"),
    status: choice("Status", ["draft", "tested", "agreed", "retired"], { required: true, indexed: true }),
    tests: part(
      "Recorded tests",
      {
        input: text("Input file", { required: true }),
        expectedNumerator: number("Expected count", { required: true }),
        expectedDenominator: number("Expected out of", { required: true }),
        engine: text("Engine", { required: true }),
        passedOn: day("Passed on"),
      },
      { help: "A small file with a known answer: the rule is trusted once it gives that answer." },
    ),
    writtenBy: person("Written by"),
    testedBy: person("Tested by"),
    agreedBy: person("Agreed by"),
    agreedOn: day("Agreed on"),
    replaces: reference("Earlier edition", "indicators"),
  },
});

export interface Indicator extends Row<typeof indicators> {}
