import { everyCaseRules, everyRule } from "#domain/assurance/frame-rule.ts";
import { sampleSize, shareSample } from "#domain/assurance/sample-size.ts";
import type { Rule } from "#domain/figures/rule.ts";
import type { Store } from "#domain/ports.ts";
import type { AssurancePlan } from "#domain/registers/assurance-plans.ts";
import { type CycleScope, indicatorsAsked } from "./cycle-figures.ts";
import type { Answer, DataFile, Engine } from "./engine.ts";
import { lineage, sample } from "./lineage.ts";

export interface FrameAsked {
  readonly rule: Rule;
  readonly scope: CycleScope;
  readonly files: readonly DataFile[];
  readonly engine: Engine;
}

/** Records of a service that may be drawn. */
export interface Stratum {
  readonly name: string;
  readonly frame: number;
}

/** More records than this in one service are never checked one by one. */
const MOST = 10_000;

/** The rule that says which records a plan is about; undefined when the cycle does not ask for its indicator. */
export function ruleOfPlan(
  store: Store,
  scope: CycleScope,
  { indicator, dataset, key }: Pick<AssurancePlan, "indicator" | "dataset" | "key">,
): Rule | undefined {
  const slug = Object.keys(everyCaseRules).find((each) => key.includes(`-every-case-${each}`));
  if (slug) return everyCaseRules[slug];
  if (indicator === undefined) return everyRule(dataset);
  return indicatorsAsked(store, scope).find(({ row }) => row.code === indicator)?.ready?.rule;
}

/** How many records of each service there are, services without any left out. */
export async function strataOf({ rule, scope, files, engine }: FrameAsked): Promise<readonly Stratum[]> {
  const strata: Stratum[] = [];
  for (const { key: name } of scope.services) {
    const [part] = await lineage({
      ...asked(scope, rule),
      service: name,
      files,
      engine,
      limit: 0,
      offset: 0,
    });
    if (part && part.total.lines > 0) strata.push({ name, frame: part.total.lines });
  }
  return strata;
}

/** Every record of the services named, in their order in the files. */
export async function everyRecord(frame: FrameAsked, services: readonly string[]): Promise<Answer> {
  const found: Answer[number][] = [];
  for (const service of services) {
    const [part] = await lineage({
      ...asked(frame.scope, frame.rule),
      service,
      files: frame.files,
      engine: frame.engine,
      limit: MOST,
      offset: 0,
    });
    found.push(...(part?.rows ?? []));
  }
  return found;
}

/**
 * So many records of each service by the seed: of those that count against the figure and of the others in turn, so that
 * both sides of it are seen.
 */
export async function drawnRecords(
  frame: FrameAsked,
  {
    seed,
    sizes,
  }: { readonly seed: string; readonly sizes: readonly { readonly name: string; readonly size: number }[] },
): Promise<Answer> {
  const most = Math.max(0, ...sizes.map(({ size }) => size));
  const rows = await sample({
    ...asked(frame.scope, frame.rule),
    files: frame.files,
    engine: frame.engine,
    seed,
    each: most,
  });
  return sizes.flatMap(({ name, size }) => {
    const own = rows.filter(({ service }) => service === name);
    const counted = own.filter((row) => row.in_numerator === 1);
    const others = own.filter((row) => row.in_numerator !== 1);
    return inTurn(counted, others).slice(0, size);
  });
}

/** The sizes of a sample over the services, by how many records each has. */
export function sizesOf(strata: readonly Stratum[], { threshold, margin, size }: SizeAsked) {
  const frame = strata.reduce((sum, each) => sum + each.frame, 0);
  return shareSample(size ?? sampleSize(frame, { threshold, margin }), strata);
}

interface SizeAsked {
  readonly threshold: number;
  readonly margin: number;
  readonly size?: number | undefined;
}

const asked = ({ contract, services, period }: CycleScope, rule: Rule) => ({
  contract,
  services,
  period,
  indicator: { rule },
});

const inTurn = <T>(a: readonly T[], b: readonly T[]): readonly T[] =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, at) => [a[at], b[at]])
    .flat()
    .filter((each) => each !== undefined);
