import { readFile } from "node:fs/promises";
import { notFound } from "#domain/errors.ts";
import type { CellsFile } from "#domain/figures/cells.ts";
import type { ServiceOf } from "#domain/figures/compile/scope.ts";
import { type Indicator, indicatorOf } from "#domain/figures/indicator.ts";
import type { Period } from "#domain/period.ts";
import type { Files, Store } from "#domain/ports.ts";
import { contracts } from "#domain/registers/contracts.ts";
import { type Cycle, cycles } from "#domain/registers/cycles.ts";
import { type Figure, figures } from "#domain/registers/figures.ts";
import { type Indicator as IndicatorRow, indicators } from "#domain/registers/indicators.ts";
import { services } from "#domain/registers/services.ts";
import { type Specification, specifications } from "#domain/registers/specifications.ts";

/** What the figures of a cycle are about. */
export interface CycleScope {
  readonly cycle: Cycle;
  readonly contract: string;
  readonly services: readonly ServiceOf[];
  readonly period: Period;
  readonly specification: Specification;
}

/** One indicator a cycle asks for: its row, and it ready to be run, or why it cannot be. */
export interface AskedIndicator {
  readonly row: IndicatorRow;
  readonly ready?: Indicator;
  readonly problems?: readonly string[];
}

/** The cycle with what it is about. Throws `not-found`. */
export function scopeOfCycle(store: Store, key: string): CycleScope {
  const cycle = store.one(cycles, key);
  if (!cycle) throw notFound("cycle", key);
  const contract = store.one(contracts, cycle.contract);
  const specification = store.one(specifications, cycle.specification);
  if (!contract) throw notFound("contract", cycle.contract);
  if (!specification) throw notFound("specification", cycle.specification);
  const wanted = new Set(contract.services ?? []);
  return {
    cycle,
    contract: contract.key,
    specification,
    services: store
      .all(services)
      .filter(({ key }) => wanted.has(key))
      .map(({ key, kind }) => ({ key, kind })),
    period: { from: cycle.periodFrom, to: cycle.periodTo },
  };
}

/** The indicators a specification asks for, in its order, each in the latest edition that is not retired. */
export function indicatorsAsked(
  store: Store,
  { specification, contract }: Pick<CycleScope, "specification" | "contract">,
): readonly AskedIndicator[] {
  const codes = [...new Set((specification.sections ?? []).flatMap((section) => section.indicators ?? []))];
  return codes.flatMap((code): AskedIndicator[] => {
    const [row] = store
      .all(indicators)
      .filter((each) => each.code === code && each.status !== "retired")
      .toSorted((a, b) => b.edition - a.edition);
    if (!row) return [];
    const read = indicatorOf(row, contract);
    return ["ok" in read ? { row, ready: read.ok } : { row, problems: read.problems }];
  });
}

/** The figures of the cycle's own snapshot, in the specification's order. */
export function figuresOfCycle(store: Store, { cycle }: Pick<CycleScope, "cycle">): readonly Figure[] {
  return store.all(figures).filter((figure) => figure.cycle === cycle.key && figure.snapshot === cycle.snapshot);
}

/** A cells file. It never changes, so that the copy on disk is as good as SharePoint's. */
export const readCells = async (files: Files, path: string): Promise<CellsFile> =>
  JSON.parse(await readFile(await files.local("Data", path), "utf8"));
