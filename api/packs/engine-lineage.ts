import { type LineagePart, lineageOf } from "#domain/figures/compile/lineage-query.ts";
import type { LineageAsked } from "../records/lineage.ts";
import type { Lineage, LineageRow } from "./lineage-row.ts";

/** What a pack's sheet has columns of its own for. */
const standing: readonly string[] = [
  "dataset",
  "in_numerator",
  "in_denominator",
  "numerator",
  "denominator",
  "service",
  "record",
  "record_version",
  "source_file",
  "src_row",
];

/** All the rows behind a figure as its sheet holds them, asked from the engine a page at a time. */
export function engineLineage(asked: LineageAsked, rowsAPage = 50_000): Lineage {
  const parts = lineageOf(asked.indicator.rule, asked);
  const columns = [...new Set(parts.flatMap((part) => part.columns))].filter((column) => !standing.includes(column));
  return { columns, rows: rowsOf(asked, parts, columns, rowsAPage) };
}

async function* rowsOf(
  { engine, files }: LineageAsked,
  parts: readonly LineagePart[],
  columns: readonly string[],
  rowsAPage: number,
): AsyncGenerator<LineageRow> {
  for (const part of parts) {
    for (let offset = 0, more = true; more; offset += rowsAPage) {
      const [page = []] = await engine.query(files, [part.page(rowsAPage, offset)]);
      for (const row of page) {
        yield {
          service: String(row.service),
          dataset: part.dataset,
          file: String(row.source_file),
          row: Number(row.src_row),
          record: String(row.record),
          version: Number(row.record_version),
          numerator: Number(row.numerator),
          denominator: Number(row.denominator),
          values: columns.map((column) => row[column] ?? null),
        };
      }
      more = page.length === rowsAPage;
    }
  }
}
