import { LineOfSightError } from "#domain/errors.ts";
import type { PackContent } from "#domain/packs/pack-content.ts";
import type { LineageOf, LineageRow } from "./lineage-row.ts";

/**
 * The same rows, added up as they pass: when the last has gone by and they are not the figure that was signed, service
 * by service, it throws `conflict`. A pack never holds rows that tell another story than its figures.
 */
export const checkedLineage =
  ({ figures }: PackContent, lineageOf: LineageOf): LineageOf =>
  (indicator) => {
    const lineage = lineageOf(indicator);
    const cells = figures.find((figure) => figure.indicator === indicator)?.cells ?? [];
    if (lineage === undefined) return undefined;
    return { columns: lineage.columns, rows: adding(lineage.rows, indicator, cells) };
  };

type Cells = PackContent["figures"][number]["cells"];

async function* adding(
  rows: AsyncIterable<LineageRow> | Iterable<LineageRow>,
  indicator: string,
  cells: Cells,
): AsyncGenerator<LineageRow> {
  const sums = new Map(cells.map(({ service }) => [service, { numerator: 0, denominator: 0 }]));
  for await (const row of rows) {
    const sum = sums.get(row.service);
    if (sum === undefined) throw conflict(indicator, row.service);
    sum.numerator += row.numerator;
    sum.denominator += row.denominator;
    yield row;
  }
  for (const { service, numerator, denominator } of cells) {
    const sum = sums.get(service);
    if (sum?.numerator !== numerator || sum.denominator !== denominator) throw conflict(indicator, service);
  }
}

const conflict = (indicator: string, service: string) =>
  new LineOfSightError(
    "conflict",
    "The source rows no longer add up to a figure that was signed. Compute the figures again and ask for sign-off on them.",
    { facts: { indicator, service } },
  );
