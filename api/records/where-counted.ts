import { lineageOf } from "#domain/figures/compile/lineage-query.ts";
import type { Scope } from "#domain/figures/compile/scope.ts";
import type { DatasetName } from "#domain/figures/dataset.ts";
import type { Indicator } from "#domain/figures/indicator.ts";
import type { DataFile, Engine } from "./engine.ts";

export interface CountedAsked extends Scope {
  readonly dataset: DatasetName;
  readonly record: string;
  readonly indicators: readonly Indicator[];
  readonly files: readonly DataFile[];
  readonly engine: Engine;
}

/** How a record counted in one figure: on which sides, and how often it was looked at. */
export interface Counted {
  readonly indicator: string;
  readonly numerator: boolean;
  readonly denominator: boolean;
}

/** The figures that a record counted in, by the very conditions that made them, on the very files. */
export async function whereCounted(asked: CountedAsked): Promise<readonly Counted[]> {
  const { dataset, record, indicators, files, engine } = asked;
  const parts = indicators.flatMap(({ code, rule }) =>
    lineageOf(rule, asked)
      .filter((part) => part.dataset === dataset)
      .map((part) => ({ code, query: part.ofRecord(record) })),
  );
  if (parts.length === 0) return [];
  const answers = await engine.query(
    files,
    parts.map(({ query }) => query),
  );
  const lines = parts.flatMap(({ code }, at) => (answers[at] ?? []).map((line) => ({ code, line })));
  return [...new Set(lines.map(({ code }) => code))].map((indicator) => {
    const own = lines.filter(({ code }) => code === indicator).map(({ line }) => line);
    return {
      indicator,
      numerator: own.some((line) => Number(line.in_numerator) === 1),
      denominator: own.some((line) => Number(line.in_denominator) === 1),
    };
  });
}
