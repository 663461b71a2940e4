import { createHash } from "node:crypto";
import type { Check } from "#domain/checks/check.ts";
import type { Facts } from "#domain/checks/facts.ts";
import type { CitedFigure } from "#domain/commentary/cited-figure.ts";
import { figuresHash } from "#domain/commentary/figures-hash.ts";
import type { AssurancePlan } from "#domain/registers/assurance-plans.ts";
import type { Commentary } from "#domain/registers/commentary.ts";
import type { Figure } from "#domain/registers/figures.ts";
import type { Import } from "#domain/registers/imports.ts";
import type { Indicator } from "#domain/registers/indicators.ts";
import type { ManagerReview } from "#domain/registers/manager-reviews.ts";
import type { Pack } from "#domain/registers/packs.ts";
import type { SignOff } from "#domain/registers/sign-offs.ts";
import type { Theme } from "#domain/registers/themes.ts";
import { anAction, aValidationRow, kept, person } from "./rows.ts";

/** A cycle in which everything is in order: every check is silent. Tests spoil one thing at a time. */

export const now = "2026-10-12T09:00:00Z";
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const hash = (of: string) => sha256(of);

export const everybody = [
  person("quality", ["quality-lead"]),
  person("grace", ["senior-leader"]),
  person("sunita", ["senior-leader"]),
  person("eleanor", ["contracts-manager"]),
  person("harriet", ["auditor"]),
  person("amina", ["registered-manager"]),
  person("owen", ["ecm-administrator"]),
];

const scope = { contract: "westshire" } as const;
const period = { periodFrom: "2026-07-01", periodTo: "2026-09-30" } as const;

export const anIndicator: Indicator = {
  ...kept("missed-visits-1"),
  code: "missed-visits",
  name: "Missed visits",
  definition: "Planned visits that nobody came to.",
  dataset: "planned-visits",
  numerator: "{}",
  denominator: "{}",
  window: "Visits planned in the period",
  boundaries: "Exactly on the line is met.",
  unit: "percent",
  rounding: 1,
  direction: "lower-is-better",
  target: 2,
  targets: [{ contract: "westshire", target: 2 }],
  edition: 1,
  status: "agreed",
  tests: [{ input: "a.csv", expectedNumerator: 1, expectedDenominator: 2, engine: "duckdb", passedOn: "2026-06-01" }],
};

export const aFigure: Figure = {
  ...kept("westshire-2026-q3-missed-visits-abc"),
  ...scope,
  ...period,
  name: "Missed visits",
  cycle: "westshire-2026-q3",
  indicator: "missed-visits",
  edition: 1,
  snapshot: "abc",
  numerator: 21,
  denominator: 1000,
  unit: "percent",
  target: 2,
  rating: "not-met",
  status: "cut-off",
};

export const cited: CitedFigure = {
  cite: "missed-visits",
  indicator: "missed-visits",
  name: "Missed visits",
  definition: "Planned visits that nobody came to.",
  value: "2.1 %",
  numerator: 21,
  denominator: 1000,
  target: "2.0 % or less",
  hash: "figure-hash",
};

const text = "Missed visits were 2.1 % [missed-visits].";

export const aCommentary: Commentary = {
  ...kept("westshire-2026-q3-missed-visits"),
  ...scope,
  cycle: "westshire-2026-q3",
  section: "visits",
  theme: "Missed visits rose",
  kind: "commentary",
  figures: [aFigure.key],
  text,
  figuresHash: figuresHash(text, [cited], sha256),
  writtenBy: "eleanor",
  status: "approved",
};

export const anImport: Import = {
  ...kept("import-1", { createdAt: "2026-10-02T09:00:00Z" }),
  ...period,
  fileName: "planned.csv",
  fileHash: hash("planned"),
  sourceSystem: "Access",
  profile: "planned-visits",
  rejected: 0,
  files: [{ dataset: "planned-visits", month: "2026-07", path: "a", hash: hash("a"), rows: 10 }],
  acceptedAt: "2026-10-02T09:00:00Z",
  status: "accepted",
};

export const aReview: ManagerReview = {
  ...kept("review-1"),
  subjectKind: "period-data",
  subject: "westshire-2026-q3",
  service: "ashdown",
  period: "2026-07-01_2026-09-30",
  askedOf: "amina",
  answer: "yes",
  status: "answered",
};

export const aPack: Pack = {
  ...kept("westshire-2026-q3-v1"),
  ...scope,
  name: "Westshire, July to September 2026, version 1",
  cycle: "westshire-2026-q3",
  packVersion: 1,
  contentHash: hash("content"),
  manifestHash: hash("manifest"),
  files: [{ edition: "commissioner", path: "pack.zip", hash: hash("zip"), size: 1 }],
  authors: ["eleanor"],
  validators: ["harriet"],
  submittedTo: "Westshire",
  submittedBy: "eleanor",
  submittedAt: now,
  route: "portal",
  status: "submitted",
};

const signOff = (role: "quality-lead" | "senior-leader", by: string, decision: boolean): SignOff => ({
  ...kept(decision ? `${aPack.key}-${role}.decision` : `${aPack.key}-${role}`),
  ...scope,
  kind: decision ? "decision" : "ask",
  about: "pack",
  subject: aPack.key,
  contentHash: aPack.contentHash,
  role,
  person: by,
  due: "2026-10-20",
  ...(decision && { ask: `${aPack.key}-${role}`, decision: "approve", decidedAt: now }),
});

export const asks = [signOff("quality-lead", "quality", false), signOff("senior-leader", "grace", false)];
export const decisions = [signOff("quality-lead", "quality", true), signOff("senior-leader", "grace", true)];

export const aTheme: Theme = {
  ...kept("theme-1"),
  ...scope,
  name: "Missed visits at weekends",
  category: "missed-visits",
  proposedBy: "the-numbers",
  firstSeen: "2026-04-01",
  cyclesSeen: ["westshire-2026-q2"],
  verdicts: [{ cycle: "westshire-2026-q3", verdict: "improved", numbers: "2.8 to 2.1 %", by: "grace", at: now }],
  status: "improving",
};

const plan = (direction: AssurancePlan["direction"]): AssurancePlan => ({
  ...kept(`westshire-2026-q3-${direction}`),
  ...scope,
  name: direction,
  cycle: "westshire-2026-q3",
  direction,
  dataset: "planned-visits",
  sampled: "Visits",
  why: "Counted in missed visits",
  size: 1,
  threshold: 95,
  independentSource: "Complaints book",
  checker: "harriet",
  drawnAt: "2026-10-05T09:00:00Z",
  status: "drawn",
});

export const plans: readonly AssurancePlan[] = [plan("figure-to-source"), plan("source-to-figure"), plan("every-case")];

export const checkedRows = plans.map(({ key, direction }) =>
  aValidationRow({ key: `${key}-01`, plan: key, direction, result: "agrees", status: "agrees", checkedBy: "harriet" }),
);

export const facts = (told: Partial<Facts> = {}): Facts => ({
  cycle: {
    ...kept("westshire-2026-q3"),
    ...scope,
    ...period,
    name: "Westshire, July to September 2026",
    specification: "westshire-pack-1",
    stage: "define",
    profile: "full",
    due: "2026-10-30",
    cutOffAt: "2026-10-05T09:00:00Z",
    snapshot: "abc",
    milestones: [{ stage: "define", by: "2026-10-01" }],
  },
  contract: {
    ...kept("westshire"),
    name: "Westshire",
    commissioner: "Westshire County Council",
    serviceTypes: ["home-care"],
    services: ["ashdown"],
    start: "2024-01-01",
    status: "active",
    nation: "england-and-wales",
    reviewEvery: "quarterly",
    weekRule: "calendar-month",
    submissionRoute: "portal",
    sharingAgreement: "DSA-1",
  },
  services: [{ key: "ashdown", name: "Ashdown" }],
  specification: {
    ...kept("westshire-pack-1"),
    ...scope,
    kind: "evidence-pack",
    edition: 1,
    effectiveFrom: "2026-01-01",
    name: "Westshire evidence pack",
    sections: [
      { code: "visits", title: "Visits", indicators: ["missed-visits"], categories: ["Complaints"], wordBudget: 100 },
    ],
    agreedWith: "Head of commissioning",
    agreedOn: "2026-01-05",
    approvedBy: "grace",
    status: "approved",
  },
  indicators: [anIndicator],
  evidenceMap: [
    {
      ...kept("map-1"),
      ...scope,
      indicator: "missed-visits",
      sourceSystem: "Access",
      report: "Planned visits",
      profile: "planned-visits",
      dataset: "planned-visits",
      columns: ["Planned start"],
      owner: "owen",
      frequency: "monthly",
      status: "confirmed",
    },
    {
      ...kept("map-2"),
      ...scope,
      category: "Complaints",
      sourceSystem: "Access",
      report: "Planned visits",
      profile: "planned-visits",
      dataset: "planned-visits",
      owner: "amina",
      frequency: "monthly",
      status: "confirmed",
    },
  ],
  imports: [anImport],
  figures: [aFigure],
  cited: [cited],
  reviews: [aReview],
  plans,
  validationLog: checkedRows,
  commentary: [aCommentary],
  signOffs: [...asks, ...decisions],
  packs: [aPack],
  themes: [aTheme],
  actions: [anAction({ status: "effective", evidence: [{ at: now, by: "owner", record: "S-1", note: "Ten of ten" }] })],
  settings: { organisation: "Meadowbank Care", assuranceProfile: "standard" },
  everybody,
  engine: "duckdb",
  changedOutside: [],
  auditFaults: [],
  sha256,
  ...told,
});

/** What a check says about the facts, as its sentences. */
export const said = (check: Check, told: Partial<Facts> = {}): readonly string[] =>
  check.find(facts(told), now).map(({ say }) => say);
