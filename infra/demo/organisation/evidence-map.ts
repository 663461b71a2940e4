import type { DatasetName } from "#domain/figures/dataset.ts";
import { shippedIndicators } from "#domain/figures/shipped/index.ts";
import type { Profile, Reading } from "#domain/imports/profile.ts";
import { shippedProfiles } from "#domain/imports/shipped-profiles.ts";
import type { Answers } from "#domain/register/register.ts";
import { evidenceMap } from "#domain/registers/evidence-map.ts";
import { demoId } from "../people.ts";
import { seedRows } from "./seed-rows.ts";
import { type DemoContract, indicatorsFrom, sectionsOf, specificationKeys } from "./specifications.ts";

type Mapped = Answers<typeof evidenceMap>;

/** Who makes sure that each export arrives and is right, and where Meadowbank makes it. */
const made: Readonly<Record<DatasetName, { readonly owner: string; readonly system: string }>> = {
  "planned-visits": { owner: demoId(17), system: "Rostering system" },
  visits: { owner: demoId(17), system: "Access Adult" },
  packages: { owner: demoId(17), system: "Rostering system" },
  incidents: { owner: demoId(6), system: "Incident book" },
  complaints: { owner: demoId(6), system: "Complaints log" },
  safeguarding: { owner: demoId(14), system: "Safeguarding log" },
  reviews: { owner: demoId(6), system: "Care-planning system" },
  feedback: { owner: demoId(6), system: "Feedback forms" },
  tasks: { owner: demoId(17), system: "Birdie" },
  alerts: { owner: demoId(17), system: "Birdie" },
};

const profileOf = new Map<DatasetName, Profile>(shippedProfiles.map((profile) => [profile.dataset, profile]));

const headingsOf = (reading: Reading): readonly string[] => [
  reading.from,
  ...("clock" in reading && reading.clock !== undefined ? [reading.clock] : []),
];

function source(contract: DemoContract, dataset: DatasetName): Mapped {
  const profile = profileOf.get(dataset);
  return {
    contract,
    specification: specificationKeys[contract],
    sourceSystem: made[dataset].system,
    report: profile?.report ?? dataset,
    ...(profile ? { profile: profile.name } : {}),
    dataset,
    columns: [...new Set(Object.values(profile?.columns ?? {}).flatMap(headingsOf))],
    owner: made[dataset].owner,
    frequency: "monthly",
    period: "each calendar month",
    confirmedBy: demoId(6),
    confirmedOn: "2026-09-28",
    status: "confirmed",
  };
}

const slug = (words: string) => words.toLowerCase().replaceAll(" ", "-");

/** Every category and every indicator of a contract's specification, each with a source and somebody to look after it. */
function mapOf(contract: DemoContract): readonly (readonly [string, Mapped])[] {
  return sectionsOf(contract).flatMap(({ categories, datasets }) => [
    ...Object.entries(categories).map(
      ([category, dataset]) =>
        [
          `${specificationKeys[contract]}.category-${slug(category)}`,
          { ...source(contract, dataset), category },
        ] as const,
    ),
    ...indicatorsFrom(datasets).map((indicator) => {
      const dataset = shippedIndicators.find(({ answers }) => answers.code === indicator)?.answers.dataset;
      return [
        `${specificationKeys[contract]}.${indicator}`,
        { ...source(contract, dataset ?? "visits"), indicator },
      ] as const;
    }),
  ]);
}

export const demoMapRows = seedRows(evidenceMap, Object.fromEntries([...mapOf("westshire"), ...mapOf("eastmoor")]));
