import { type DatasetName, datasets } from "#domain/figures/dataset.ts";
import type { MappedSource } from "#domain/registers/evidence-map.ts";

type Source = Partial<Pick<MappedSource, "dataset" | "report" | "sourceSystem">>;

/** What a source brings, in the trade's words: “Alerts” for a care system's “Raw Data: ALERTS”. */
export function sayBrings({ dataset, report = "" }: Source): string {
  const words = dataset === undefined ? report : (datasets[dataset as DatasetName]?.words.many ?? report);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What to look for in which system: “Raw Data: ALERTS in Birdie”; the system alone where the report says the same. */
export function sayReport(source: Source): string {
  const { report = "", sourceSystem = "" } = source;
  if (report.toLowerCase() === sayBrings(source).toLowerCase()) return sourceSystem;
  return sourceSystem ? `“${report}” in ${sourceSystem}` : `“${report}”`;
}
