import { type AlwaysChecked, alwaysCheckedIn } from "#domain/assurance/always-checked.ts";
import {
  type IndependentSource,
  riskiestOfEachSection,
  usualIndependentSources,
  whySampled,
} from "#domain/assurance/default-plans.ts";
import { everyCaseRules } from "#domain/assurance/frame-rule.ts";
import { peopleForChecks } from "#domain/assurance/people-for-checks.ts";
import { type NewPlan, recordPlan } from "#domain/assurance/plan.ts";
import { requiredIndicators, requiredSources } from "#domain/checks/required.ts";
import { type DatasetName, datasets } from "#domain/figures/dataset.ts";
import { isRefusal, type Refusal, refuse } from "#domain/refusal.ts";
import type { Answers } from "#domain/register/register.ts";
import type { AssurancePlan, assurancePlans } from "#domain/registers/assurance-plans.ts";
import type { Figure } from "#domain/registers/figures.ts";
import { type CycleScope, figuresOfCycle, indicatorsAsked } from "../records/cycle-figures.ts";
import type { DataFile } from "../records/engine.ts";
import { sizesOf, strataOf } from "../records/frame-of-plan.ts";
import { cycleFacts } from "./cycle-facts.ts";
import { everybody } from "./everybody.ts";
import type { Call } from "./operation.ts";

export interface Planned {
  readonly key: string;
  readonly answers: Answers<typeof assurancePlans>;
}

interface Wanted {
  readonly scope: CycleScope;
  readonly files: readonly DataFile[];
  readonly asked: {
    readonly indicators?: readonly string[] | undefined;
    readonly size?: number | undefined;
    readonly margin: number;
    readonly threshold: number;
    readonly seed?: string | undefined;
    readonly sources?: readonly IndependentSource[] | undefined;
    readonly entries: number;
    readonly sampler?: string | undefined;
    readonly checker?: string | undefined;
  };
}

/** What makes one plan differ from another of the same cycle. */
type Differs = Pick<NewPlan, "name" | "direction" | "dataset" | "sampled" | "why" | "size"> & Partial<NewPlan>;

/** The whole set of plans of a cycle, each held against the rules of planning. */
export async function plansFor(call: Call, wanted: Wanted): Promise<readonly Planned[] | Refusal> {
  const { outside, person: by, now } = call;
  const facts = await cycleFacts(outside, wanted.scope.cycle.key);
  const used: readonly DatasetName[] = [
    ...requiredIndicators(facts).map(({ dataset }) => dataset),
    ...requiredSources(facts).flatMap(({ dataset }) => dataset ?? []),
  ];
  const figurePlans = await figureToSource(call, wanted);
  if (isRefusal(figurePlans)) return figurePlans;
  const everyCase = await Promise.all(alwaysCheckedIn(used).map((each) => everyCaseOf(call, wanted, each)));
  const people = everybody(outside);
  const planned: Planned[] = [];
  for (const [suffix, differs] of [...figurePlans, ...sourceToFigure(wanted, used), ...everyCase]) {
    const key = `${wanted.scope.cycle.key}-${suffix}`;
    const plan = { ...common(call, wanted, key, differs), ...differs };
    const answers = recordPlan(plan, { by, now, everybody: people });
    if (isRefusal(answers)) return answers;
    planned.push({ key, answers });
  }
  return planned;
}

type Suffixed = readonly [suffix: string, differs: Differs];

function common(
  { outside, person }: Call,
  { scope, asked }: Wanted,
  key: string,
  { dataset, direction }: Differs,
): Pick<NewPlan, "cycle" | "contract" | "periodFrom" | "periodTo" | "threshold"> & Partial<NewPlan> {
  const item = { contract: scope.contract, services: [], safeguarding: dataset === "safeguarding" };
  const usual = peopleForChecks(person, item, everybody(outside));
  const checker = asked.checker ?? usual.checker;
  return {
    cycle: scope.cycle.key,
    contract: scope.contract,
    periodFrom: scope.period.from,
    periodTo: scope.period.to,
    threshold: asked.threshold,
    sampler: asked.sampler ?? usual.sampler,
    ...(checker && { checker }),
    ...(direction !== "every-case" && { seed: asked.seed ?? key }),
  };
}

async function figureToSource({ outside }: Call, wanted: Wanted): Promise<readonly Suffixed[] | Refusal> {
  const { scope, files, asked } = wanted;
  const { store, engine } = outside;
  const figures = figuresOfCycle(store, scope);
  const inUse = indicatorsAsked(store, scope);
  const datasetOf = (code: string) => inUse.find(({ row }) => row.code === code)?.row.dataset;
  const codes =
    asked.indicators ??
    riskiestOfEachSection(scope.specification, figures, (code) => datasetOf(code) === "safeguarding");
  const plans: Suffixed[] = [];
  for (const code of codes) {
    const figure = figures.find(({ indicator }) => indicator === code);
    const rule = inUse.find(({ row }) => row.code === code)?.ready?.rule;
    if (!figure || !rule) return noSuchFigure(code);
    const strata = await strataOf({ rule, scope, files, engine });
    plans.push([`figure-to-source-${code}`, samplePlan(figure, rule.population.dataset, sizesOf(strata, asked))]);
  }
  return plans;
}

function samplePlan(
  figure: Figure,
  dataset: DatasetName,
  strata: readonly { readonly name: string; readonly frame: number; readonly size: number }[],
): Differs {
  const sum = (of: "frame" | "size") => strata.reduce((total, each) => total + each[of], 0);
  const { many } = datasets[dataset].words;
  return {
    name: `${figure.name}: from the figure to its records`,
    direction: "figure-to-source",
    indicator: figure.indicator,
    dataset,
    sampled: `${sum("size")} of ${sum("frame")} ${many}, shared among the services by how many each has; those that count and those that do not in turn`,
    why: whySampled(figure),
    strata: strata.map(({ name, frame, size }) => ({ name, frame, size })),
    size: sum("size"),
    frameSize: sum("frame"),
  };
}

function sourceToFigure({ asked }: Wanted, used: readonly DatasetName[]): readonly Suffixed[] {
  const sources = asked.sources ?? usualIndependentSources.filter(({ dataset }) => used.includes(dataset));
  return sources.map(({ dataset, source }) => [
    `source-to-figure-${dataset}`,
    {
      name: `${source}: from the source to the figures`,
      direction: "source-to-figure",
      dataset,
      sampled: `Up to ${asked.entries} entries of the period about people this contract pays for, by the seed`,
      why: `What never reached the care system cannot be found in it: the ${source.toLowerCase()} is written apart from it.`,
      independentSource: source,
      size: asked.entries,
    },
  ]);
}

async function everyCaseOf({ outside }: Call, { scope, files }: Wanted, always: AlwaysChecked): Promise<Suffixed> {
  const rule = everyCaseRules[always.slug];
  const strata = rule ? await strataOf({ rule, scope, files, engine: outside.engine }) : [];
  const frame = strata.reduce((total, each) => total + each.frame, 0);
  const dataset: AssurancePlan["dataset"] = rule?.population.dataset ?? always.of[0] ?? "visits";
  return [
    `every-case-${always.slug}`,
    {
      name: `All ${always.name}`,
      direction: "every-case",
      dataset,
      sampled: `All ${frame} ${always.name} of the period`,
      why: "Good practice leaves none of these to a sample.",
      alwaysCheck: [always.name],
      strata: strata.map((each) => ({ ...each, size: each.frame })),
      size: frame,
      frameSize: frame,
    },
  ];
}

const noSuchFigure = (code: string) =>
  refuse(
    "plan.no-figure",
    `The specification of this cycle has no figure “${code}” whose records could be drawn.`,
    "Choose one of the cycle’s own figures.",
  );
