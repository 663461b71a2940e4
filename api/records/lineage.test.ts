import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DatasetName } from "#domain/figures/dataset.ts";
import { fallsPer1000BedDays } from "#domain/figures/shipped/falls-per-1000-bed-days.ts";
import { missedVisits } from "#domain/figures/shipped/missed-visits.ts";
import type { TestRow } from "#domain/figures/shipped/shipped.ts";
import { typicalRow } from "#domain/figures/shipped/typical-row.ts";
import { dataFile, scratch } from "../../test/support/data-files.ts";
import { duckDbEngine } from "./duckdb-engine.ts";
import type { DataFile } from "./engine.ts";
import { lineage } from "./lineage.ts";

let folder: Awaited<ReturnType<typeof scratch>>;
let files: readonly DataFile[];

const visits = Array.from({ length: 30 }, (_, at) => ({
  service: at % 2 ? "ashdown" : "birchwood",
  day: at < 10 ? "2026-06-15" : "2026-07-15",
  planned_start: at,
  claimed_start: at,
  actual_start: at % 5 ? at : null,
}));
const packages: readonly TestRow[] = [
  { start_day: "2026-05-20", end_day: "2026-07-03" },
  { person: "resident", service: "elm-house", start_day: "2026-05-20", end_day: null },
];

beforeAll(async () => {
  folder = await scratch();
  const write = (name: DatasetName, rows: readonly TestRow[]) =>
    dataFile(
      folder.path,
      name,
      rows.map((row, at) => typicalRow(name, row, at + 1)),
    );
  files = await Promise.all([
    write("planned-visits", visits),
    write("visits", visits),
    write("packages", [...packages, {}]),
    write("incidents", []),
  ]);
});
afterAll(() => folder.remove());

const asked = () => ({
  indicator: missedVisits,
  contract: "westshire",
  services: [
    { key: "ashdown", kind: "home-care" },
    { key: "birchwood", kind: "home-care" },
    { key: "elm-house", kind: "residential" },
  ],
  period: { from: "2026-07-01", to: "2026-08-31" },
  files,
  engine: duckDbEngine({ tempDir: `${folder.path}/spill` }),
  limit: 100,
  offset: 0,
});

describe("where a figure came from", () => {
  it("is each record with its file, row, version, side and what the rule read, also of the related record", async () => {
    const [part] = await lineage(asked());
    expect(part?.rows[0]).toEqual({
      dataset: "planned-visits",
      month: "2026-07",
      in_numerator: 0,
      in_denominator: 1,
      numerator: 0,
      denominator: 1,
      record: "planned-visits-12",
      record_version: 1,
      source_file: "0".repeat(64),
      src_row: 13,
      service: "ashdown",
      person: "somebody",
      day: "2026-07-15",
      cancelled_by: null,
      "visit.actual_start": 11,
      deadline: 720,
      "visit.record": "visits-12",
      "visit.record_version": 1,
      "visit.source_file": "0".repeat(64),
      "visit.src_row": 13,
    });
    expect(part?.columns).toEqual(Object.keys(part?.rows[0] ?? {}));
    expect(part?.total).toEqual({ lines: 20, numerator: 4, denominator: 20 });
  });

  it("comes in pages that together are all of it, none twice", async () => {
    const [all] = await lineage(asked());
    const pages = await Promise.all([0, 7, 14].map((offset) => lineage({ ...asked(), limit: 7, offset })));
    expect(pages.flatMap(([page]) => page?.rows)).toEqual(all?.rows);
    expect(pages.map(([page]) => page?.total.lines)).toEqual([20, 20, 20]);
  });

  it("can be of one service or one month, and of no service outside the contract", async () => {
    const lines = async (extra: object) => (await lineage({ ...asked(), ...extra }))[0]?.total.lines;
    expect(await lines({ service: "ashdown" })).toBe(10);
    expect(await lines({ month: "2026-06" })).toBe(10);
    expect(await lines({ service: "coppice" })).toBe(0);
  });

  it("has two parts where the sides count different records, bed days by package and month", async () => {
    const [falls, beds] = await lineage({ ...asked(), indicator: fallsPer1000BedDays });
    expect(falls?.total).toEqual({ lines: 0, numerator: 0, denominator: 0 });
    expect(beds?.rows.map(({ record, month, denominator }) => [record, month, denominator])).toEqual([
      ["packages-2", "2026-07", 31],
      ["packages-2", "2026-08", 31],
    ]);
  });
});
