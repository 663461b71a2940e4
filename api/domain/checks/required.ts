import type { Role } from "../people/role.ts";
import type { Period } from "../period.ts";
import type { MappedSource } from "../registers/evidence-map.ts";
import type { Indicator } from "../registers/indicators.ts";
import type { ManagerReview } from "../registers/manager-reviews.ts";
import type { Pack } from "../registers/packs.ts";
import type { Facts } from "./facts.ts";

/** One thing the specification asks evidence for. */
export interface Required {
  readonly kind: "indicator" | "category";
  /** An indicator's code or an evidence category. */
  readonly name: string;
  readonly section: string;
}

/** Every indicator and category the specification asks for, each once. */
export function requiredOf({ specification }: Facts): readonly Required[] {
  const all = (specification.sections ?? []).flatMap(({ title: section, indicators = [], categories = [] }) => [
    ...indicators.map((name): Required => ({ kind: "indicator", name, section })),
    ...categories.map((name): Required => ({ kind: "category", name, section })),
  ]);
  return all.filter((each, at) => all.findIndex(({ kind, name }) => kind === each.kind && name === each.name) === at);
}

/** The mapped sources of what the specification asks for. */
export const sourcesOf = ({ evidenceMap }: Facts, { kind, name }: Required): readonly MappedSource[] =>
  evidenceMap.filter((source) => source[kind] === name);

/** Mapped sources that something required rests on. */
export const requiredSources = (facts: Facts): readonly MappedSource[] => [
  ...new Set(requiredOf(facts).flatMap((each) => sourcesOf(facts, each))),
];

/** The edition of an indicator in use: the latest not retired. */
export const indicatorInUse = ({ indicators }: Facts, code: string): Indicator | undefined =>
  indicators
    .filter((each) => each.code === code && each.status !== "retired")
    .toSorted((a, b) => b.edition - a.edition)[0];

/** The indicators the specification asks for that are defined at all. */
export const requiredIndicators = (facts: Facts): readonly Indicator[] =>
  requiredOf(facts).flatMap(({ kind, name }) => {
    const indicator = kind === "indicator" ? indicatorInUse(facts, name) : undefined;
    return indicator === undefined ? [] : [indicator];
  });

export const periodOfCycle = ({ cycle }: Facts): Period => ({ from: cycle.periodFrom, to: cycle.periodTo });

/** The latest pack of the cycle that is not replaced. */
export const currentPack = ({ packs }: Facts): Pack | undefined =>
  packs.filter(({ status }) => status !== "superseded").toSorted((a, b) => b.packVersion - a.packVersion)[0];

/** True when a manager answered with a doubt that nobody has resolved. */
export const isDoubt = ({
  status,
  answer,
  localKnowledge,
}: Partial<Pick<ManagerReview, "status" | "answer" | "localKnowledge">>): boolean =>
  status === "answered" && (answer !== "yes" || localKnowledge === true);

/** Who may look after a source: anybody who works with the records. */
export const ownerRoles: readonly Role[] = [
  "ecm-administrator",
  "quality-lead",
  "contracts-manager",
  "registered-manager",
  "regional-manager",
  "safeguarding-lead",
  "team-leader",
  "care-coordinator",
];
