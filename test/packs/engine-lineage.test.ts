import { afterAll, beforeAll, expect, it } from "vitest";
import { engineLineage } from "#api/packs/engine-lineage.ts";
import type { LineageRow } from "#api/packs/lineage-row.ts";
import { computeFigures } from "#api/records/compute-figures.ts";
import { duckDbEngine } from "#api/records/duckdb-engine.ts";
import type { DataFile } from "#api/records/engine.ts";
import { isBlocked } from "#domain/figures/cells.ts";
import type { DatasetName } from "#domain/figures/dataset.ts";
import { datasetNames } from "#domain/figures/dataset-names.ts";
import { indicatorOf } from "#domain/figures/indicator.ts";
import { shippedIndicators } from "#domain/figures/shipped/index.ts";
import { typicalRow } from "#domain/figures/shipped/typical-row.ts";
import { dataFile, scratch } from "../support/data-files.ts";

const indicators = shippedIndicators.map(({ answers }) => {
  const parsed = indicatorOf(answers, "westshire");
  if ("problems" in parsed) throw new Error(parsed.problems.join("\n"));
  return parsed.ok;
});
const services = [
  { key: "ashdown", kind: "home-care" },
  { key: "elm-house", kind: "residential" },
];
const scope = { contract: "westshire", services, period: { from: "2026-07-01", to: "2026-07-31" } };

/** Twelve typical records of every kind, over both services and two people whose packages are Westshire's. */
const records = (dataset: DatasetName) =>
  Array.from({ length: 12 }, (_, at) =>
    typicalRow(
      dataset,
      {
        service: services[at % 2]?.key ?? "",
        person: `p${at % 2}`,
        day: `2026-07-${10 + at}`,
        ...(dataset === "packages" && { contract: "westshire" }),
      },
      at + 1,
    ),
  );

let folder: Awaited<ReturnType<typeof scratch>>;
let files: readonly DataFile[];
beforeAll(async () => {
  folder = await scratch();
  files = await Promise.all(datasetNames.map((name) => dataFile(folder.path, name, records(name))));
});
afterAll(() => folder.remove());

it("adds up to every shipped indicator's figure, service by service, whatever the page", async () => {
  const engine = duckDbEngine({ tempDir: `${folder.path}/spill` });
  const { figures } = await computeFigures({ ...scope, indicators, files, engine, snapshot: "0000000000000000" });
  let counted = 0;
  for (const [at, figure] of figures.entries()) {
    const indicator = indicators[at];
    if (isBlocked(figure) || indicator === undefined) throw new Error(`${figure.indicator} was not computed`);
    const { columns, rows } = engineLineage({ ...scope, indicator, files, engine }, 5);
    const all: LineageRow[] = [];
    for await (const row of rows) all.push(row);
    const sum = (service: string, side: "numerator" | "denominator") =>
      all.filter((row) => row.service === service).reduce((total, row) => total + row[side], 0);
    for (const cell of figure.services) {
      expect([sum(cell.service, "numerator"), sum(cell.service, "denominator")], figure.indicator).toEqual([
        cell.numerator,
        cell.denominator,
      ]);
    }
    for (const row of all) {
      expect(row.values).toHaveLength(columns.length);
      expect(row.record).not.toBe("");
      expect(row.row).toBeGreaterThan(0);
    }
    counted += all.length;
  }
  expect(counted).toBeGreaterThan(50);
});
