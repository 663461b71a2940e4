import { type LineagePart, lineageOf } from "#domain/figures/compile/lineage-query.ts";
import type { Scope } from "#domain/figures/compile/scope.ts";
import type { DatasetName } from "#domain/figures/dataset.ts";
import type { Indicator } from "#domain/figures/indicator.ts";
import { sampleMultiplier } from "#domain/figures/sample-seed.ts";
import { monthPeriod } from "#domain/period.ts";
import type { Answer, DataFile, Engine } from "./engine.ts";

export interface LineageAsked extends Scope {
  readonly indicator: Pick<Indicator, "rule">;
  /** Only this service's rows. It must be one of the contract's; another gives no rows. */
  readonly service?: string;
  /** Rows of this month instead, `YYYY-MM`: in the period or before it, as the monthly points are. */
  readonly month?: string;
  readonly files: readonly DataFile[];
  readonly engine: Engine;
}

/** The rows of one dataset. */
export interface LineagePage {
  readonly dataset: DatasetName;
  readonly columns: readonly string[];
  readonly rows: Answer;
  /** All lines of this dataset behind the figure, and what they add up to. */
  readonly total: { readonly lines: number; readonly numerator: number; readonly denominator: number };
}

/**
 * The exact rows behind a figure, by the same conditions on the same files. Two parts when the sides count different
 * records. `limit` and `offset` page each part.
 */
export async function lineage(
  asked: LineageAsked & { readonly limit: number; readonly offset: number },
): Promise<readonly LineagePage[]> {
  const parts = lineageOf(asked.indicator.rule, narrowed(asked));
  const answers = await asked.engine.query(
    asked.files,
    parts.flatMap((part) => [part.page(asked.limit, asked.offset), part.totals]),
  );
  return parts.map(({ dataset, columns }, at) => {
    const [rows = [], [total] = []] = answers.slice(at * 2, at * 2 + 2);
    return { dataset, columns, rows, total: totalsOf(total) };
  });
}

/**
 * A seeded sample of the figure's own records: up to `each` of every service, of those in the numerator and of those
 * not. The same seed and files draw the same rows in every engine.
 */
export async function sample(asked: LineageAsked & { readonly each: number; readonly seed: string }): Promise<Answer> {
  const [part]: readonly (LineagePart | undefined)[] = lineageOf(asked.indicator.rule, narrowed(asked));
  if (!part) return [];
  const [rows = []] = await asked.engine.query(asked.files, [part.sample(asked.each, sampleMultiplier(asked.seed))]);
  return rows;
}

function narrowed({ contract, services, period, service, month }: LineageAsked): Scope {
  const { from, to } = month === undefined ? period : monthPeriod(month);
  return {
    contract,
    services: service === undefined ? services : services.filter(({ key }) => key === service),
    period: { from, to: to > period.to ? period.to : to },
  };
}

const totalsOf = (row: Answer[number] | undefined) => ({
  lines: Number(row?.lines ?? 0),
  numerator: Number(row?.numerator ?? 0),
  denominator: Number(row?.denominator ?? 0),
});
