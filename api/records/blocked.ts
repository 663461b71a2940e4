import { columnsOfCount, countsOf } from "#domain/figures/compile/count.ts";
import { type DatasetName, datasets } from "#domain/figures/dataset.ts";
import { columnOf } from "#domain/figures/relation.ts";
import type { Rule } from "#domain/figures/rule.ts";
import { sayColumn } from "#domain/figures/say-rule.ts";
import { monthsOf, type Period } from "#domain/period.ts";
import type { DataFile } from "./engine.ts";

/** Columns the imports lacked, by dataset. */
export type Missing = Readonly<Partial<Record<DatasetName, readonly string[]>>>;

/** Why a rule cannot be run on these files, in plain words; undefined when it can. */
export function blockedBy(rule: Rule, files: readonly DataFile[], missing: Missing = {}): string | undefined {
  const read = columnsByDataset(rule);
  const absent = [...read.keys(), "packages" as const].find((name) => !files.some(({ dataset }) => dataset === name));
  if (absent) return `No ${datasets[absent].words.many} have been imported, and this indicator is counted from them.`;
  const lacking = [...read].flatMap(([dataset, columns]) =>
    (missing[dataset] ?? []).filter((column) => columns.has(column)).map((column) => ({ dataset, column })),
  )[0];
  return (
    lacking &&
    `The import of ${datasets[lacking.dataset].words.many} has no “${sayColumn(lacking.column, lacking.dataset)}”, which this indicator needs.`
  );
}

/** Months of the period without a file, as `planned visits 2026-08`: a figure over them would be too low in silence. */
export function gapsOf(rule: Rule, period: Period, files: readonly DataFile[]): readonly string[] {
  return [...columnsByDataset(rule).keys()]
    .filter((dataset) => datasets[dataset].split === "month")
    .flatMap((dataset) => {
      const have = new Set(files.filter((file) => file.dataset === dataset).map(({ month }) => month));
      const gaps = monthsOf(period).filter((month) => !have.has(month));
      return gaps.map((month) => `${datasets[dataset].words.many} ${month}`);
    });
}

/** What a rule reads, by the dataset the column is really kept in. */
export function columnsByDataset(rule: Rule): ReadonlyMap<DatasetName, ReadonlySet<string>> {
  const read = new Map<DatasetName, Set<string>>();
  const note = (dataset: DatasetName, ...columns: string[]) =>
    read.set(dataset, new Set([...(read.get(dataset) ?? []), ...columns]));
  for (const count of Object.values(countsOf(rule))) {
    const { dataset } = count.population;
    note(dataset);
    for (const name of columnsOfCount(count)) {
      const found = columnOf(dataset, name);
      if (found) note(found.relation?.dataset ?? dataset, found.name);
    }
  }
  return read;
}
