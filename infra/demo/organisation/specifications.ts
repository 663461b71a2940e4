import type { DatasetName } from "#domain/figures/dataset.ts";
import { shippedIndicators } from "#domain/figures/shipped/index.ts";
import { specifications } from "#domain/registers/specifications.ts";
import { demoId } from "../people.ts";
import { seedRows } from "./seed-rows.ts";

export const specificationKeys = { westshire: "westshire-pack-1", eastmoor: "eastmoor-pack-1" } as const;
export type DemoContract = keyof typeof specificationKeys;

/** What a section holds: the evidence asked for by name, and every indicator counted from its datasets. */
interface SectionPlan {
  readonly code: string;
  readonly title: string;
  /** Evidence category → where its records are. */
  readonly categories: Readonly<Record<string, DatasetName>>;
  readonly datasets: readonly DatasetName[];
  readonly evidence: string;
  /** The only contract that asks for it; without it, both do. */
  readonly only?: DemoContract;
}

const plans: readonly SectionPlan[] = [
  {
    code: "visits",
    title: "Visits: made, on time, long enough, by familiar faces",
    categories: { "planned visits": "planned-visits", "recorded visits": "visits", "care packages": "packages" },
    datasets: ["planned-visits", "visits"],
    evidence: "Call monitoring beside the agreed plan, for home care and supported living",
  },
  {
    code: "incidents",
    title: "Incidents and falls",
    categories: { incidents: "incidents" },
    datasets: ["incidents"],
    evidence: "Incident records with harm and follow-up",
  },
  {
    code: "safeguarding",
    title: "Safeguarding",
    categories: { "safeguarding concerns": "safeguarding" },
    datasets: ["safeguarding"],
    evidence: "When we knew, when we told the council, when our documents were complete",
  },
  {
    code: "complaints",
    title: "Complaints and what people say",
    categories: { complaints: "complaints", feedback: "feedback" },
    datasets: ["complaints", "feedback"],
    evidence: "Complaints with their answers, and feedback from people and families",
  },
  {
    code: "reviews",
    title: "Care-plan reviews",
    categories: { "care-plan reviews": "reviews" },
    datasets: ["reviews"],
    evidence: "Reviews due and held, with outcomes achieved",
  },
  {
    code: "follow-up",
    title: "Alerts and actions followed up",
    categories: { "care-system alerts": "alerts", "care-system actions": "tasks" },
    datasets: ["alerts", "tasks"],
    evidence: "Alerts and actions of the care system with when each was settled",
    only: "westshire",
  },
];

/** The sections one contract asks for. */
export const sectionsOf = (contract: DemoContract): readonly SectionPlan[] =>
  plans.filter(({ only }) => only === undefined || only === contract);

/** Codes of the shipped indicators counted from these datasets, in the order of a pack. */
export const indicatorsFrom = (datasets: readonly DatasetName[]): readonly string[] =>
  shippedIndicators.filter(({ answers }) => datasets.includes(answers.dataset)).map(({ answers }) => answers.code);

const edition1 = (contract: DemoContract, name: string, agreedWith: string, writtenBy: string) => ({
  contract,
  kind: "evidence-pack" as const,
  edition: 1,
  effectiveFrom: "2025-04-01",
  name,
  sections: sectionsOf(contract).map(({ code, title, categories, datasets, evidence }) => ({
    code,
    title,
    categories: Object.keys(categories),
    indicators: indicatorsFrom(datasets),
    wordBudget: 250,
    evidence,
  })),
  agreedWith,
  agreedOn: "2025-03-20",
  reviewEvery: "quarterly" as const,
  reviewedOn: "2026-09-21",
  writtenBy,
  approvedBy: demoId(2),
  approvedOn: "2025-03-27",
  status: "approved" as const,
});

export const demoSpecificationRows = seedRows(specifications, {
  [specificationKeys.westshire]: edition1(
    "westshire",
    "Westshire evidence pack, edition 1",
    "Alison Fenwick, contract and quality officer",
    demoId(4),
  ),
  [specificationKeys.eastmoor]: edition1(
    "eastmoor",
    "Eastmoor evidence pack, edition 1",
    "Joseph Larkin, commissioning manager",
    demoId(5),
  ),
});
