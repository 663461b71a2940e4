import { datasetNames } from "../figures/dataset-names.ts";
import { choice, day, hash, instant, note, number, part, person, reference, several, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

/** Which way a check goes: from a reported figure to its records, from records to the figure, or through all of them. */
export const directions = ["figure-to-source", "source-to-figure", "every-case"] as const;

export const assurancePlans = register({
  slug: "assurance-plans",
  title: "Assurance plans",
  purpose:
    "Which records will be checked against their source, why those, and who checks, written before anyone looks.",
  kind: "cycle",
  words: { one: "assurance plan", many: "assurance plans", also: ["sample"] },
  views: [
    { name: "Reporting assurance plan" },
    { name: "Every case", where: { field: "direction", is: ["every-case"] } },
  ],
  headline: "name",
  brief: ["name", "direction", "size", "checker", "status"],
  scope: { contract: "contract", safeguarding: { field: "dataset", is: ["safeguarding"] } },
  status: "status",
  fields: {
    name: text("Name", { required: true }),
    cycle: reference("Cycle", "cycles", { indexed: true }),
    contract: reference("Contract", "contracts", { required: true, indexed: true }),
    direction: choice("Which way", directions, { required: true, indexed: true }),
    indicator: text("Indicator", {
      indexed: true,
      max: 60,
      help: "The figure that is checked, when the plan is for one.",
      codeOf: "indicators",
    }),
    dataset: choice("Kind of record", datasetNames, { required: true, indexed: true }),
    periodFrom: day("First day"),
    periodTo: day("Last day"),
    sampled: note("What is checked", { required: true, help: "Which records, of which services and days." }),
    why: note("Why this", { required: true, help: "What makes these the records worth looking at." }),
    alwaysCheck: several("Always checked", { help: "Safeguarding, missed visits, serious incidents, deaths." }),
    strata: part(
      "Shares",
      {
        name: text("Group", { required: true }),
        frame: number("Records in it", { required: true }),
        size: number("Checked", { required: true }),
        weight: number("Weight of risk"),
      },
      { help: "How the records were divided before the draw, and how many came from each part." },
    ),
    seed: text("Seed", { help: "Makes the draw repeatable by anybody." }),
    size: number("How many", { required: true, help: "Records that will be looked up in the source." }),
    frameSize: number("Out of how many", { help: "All records that could have been drawn." }),
    frameHash: hash("Fingerprint of the list drawn from", {
      help: "Shows that nothing was added to or left off the list.",
    }),
    threshold: number("Lowest accuracy accepted (%)", {
      required: true,
      help: "Of the first answers, before anything is put right. Below it the check widens.",
    }),
    independentSource: text("Source other than the export", {
      help: "E.g. complaints book, on-call log, family call.",
    }),
    sampler: person("Drawn by", { indexed: true }),
    checker: person("Checked by", { indexed: true }),
    recordedAt: instant("Written at"),
    drawnAt: instant("Drawn at"),
    extends: reference("Widens the plan", "assurance-plans"),
    status: choice("Status", ["recorded", "drawn", "complete", "extended"], { required: true, indexed: true }),
  },
});

export interface AssurancePlan extends Row<typeof assurancePlans> {}
