import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBlocked } from "#domain/figures/cells.ts";
import { type DatasetName, datasets } from "#domain/figures/dataset.ts";
import { datasetNames } from "#domain/figures/dataset-names.ts";
import { indicatorOf } from "#domain/figures/indicator.ts";
import { shippedIndicators } from "#domain/figures/shipped/index.ts";
import { typicalRow } from "#domain/figures/shipped/typical-row.ts";
import { dataFile, scratch } from "../../test/support/data-files.ts";
import { type Added, type Rows, recount } from "../../test/support/recount.ts";
import { cellsFileText, computeFigures } from "./compute-figures.ts";
import { duckDbEngine } from "./duckdb-engine.ts";
import type { DataFile } from "./engine.ts";
import { lineage, sample } from "./lineage.ts";

const indicators = shippedIndicators.map(({ answers }) => {
  const parsed = indicatorOf(answers, "westshire");
  if ("problems" in parsed) throw new Error(parsed.problems.join("\n"));
  return parsed.ok;
});
const services = [
  { key: "ashdown", kind: "home-care" },
  { key: "birchwood", kind: "home-care" },
  { key: "elm-house", kind: "residential" },
];
const period = { from: "2026-07-01", to: "2026-08-31" };
const contract = "westshire";

let folder: Awaited<ReturnType<typeof scratch>>;
beforeAll(async () => {
  folder = await scratch();
});
afterAll(() => folder.remove());
const engine = () => duckDbEngine({ tempDir: `${folder.path}/spill` });

const person = fc.constantFrom("p1", "p2", "p3");
const service = fc.constantFrom("ashdown", "birchwood", "elm-house", "elsewhere");
const day = fc.constantFrom("2026-06-28", "2026-07-01", "2026-07-31", "2026-08-01", "2026-08-31", "2026-09-01");
const start = fc.constantFrom(480, 720);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 4 });
const rows = (record: Record<string, fc.Arbitrary<unknown>>, most: number) =>
  fc.array(fc.record({ person, service, day, ...record }), { minLength: most / 4, maxLength: most, size: "max" });

const everything = fc.record({
  "planned-visits": rows(
    {
      planned_start: start,
      planned_min: fc.constantFrom(15, 30),
      time_critical: fc.constantFrom(0, 1),
      cancelled_by: maybe(fc.constantFrom("person", "provider", "hospital")),
    },
    60,
  ),
  visits: rows(
    {
      claimed_start: start,
      record_version: fc.constantFrom(1, 2),
      second_carer: fc.constantFrom(0, 0, 1),
      actual_start: maybe(fc.constantFrom(450, 465, 480, 495, 496, 510, 511, 720, 721)),
      actual_min: maybe(fc.constantFrom(11, 12, 23, 24, 30)),
      carer: fc.constantFrom("c1", "c2", "c3", "c4", "c5"),
    },
    120,
  ),
  packages: rows(
    {
      contract: fc.constantFrom("westshire", "westshire", "eastmoor", null),
      funding: fc.constantFrom("council", "council", "nhs", "joint", "direct-payment", "self-funded"),
      start_day: fc.constantFrom("2026-01-01", "2026-07-05", "2026-08-01"),
      end_day: maybe(fc.constantFrom("2026-07-01", "2026-07-31", "2026-08-10")),
    },
    8,
  ),
  incidents: rows({ kind: fc.constantFrom("fall", "near-miss", "other") }, 20),
  complaints: rows({ due_day: day, answered_day: maybe(day) }, 20),
});

function whole(given: Record<string, readonly object[]>): Rows {
  const of = (name: DatasetName) => (given[name] ?? []).map((row, at) => typicalRow(name, { ...row }, at + 1));
  return {
    "planned-visits": of("planned-visits"),
    visits: of("visits"),
    packages: of("packages"),
    incidents: of("incidents"),
    complaints: of("complaints"),
  };
}

/** One file a month, as imports make them; every dataset has at least an empty one. */
async function written(given: Partial<Rows>): Promise<readonly DataFile[]> {
  const files = datasetNames.flatMap((name) => {
    const all = name in given ? (given[name as keyof Rows] ?? []) : [];
    const months = datasets[name].split === "whole" ? ["all"] : ["2026-06", "2026-07", "2026-08", "2026-09"];
    return months.map((month) => ({
      name,
      month,
      rows: all.filter((row) => month === "all" || String(row.day).startsWith(month)),
    }));
  });
  return Promise.all(
    files
      .filter(({ month, rows }) => rows.length > 0 || month === "2026-07" || month === "all")
      .map((file) => dataFile(folder.path, file.name, file.rows, file.month)),
  );
}

const total = (added: readonly Added[]) => added.reduce((sum, { adds }) => sum + adds, 0);

describe("figures", () => {
  it("count what a plain recount of the same rows counts, by service, by month and line by line", {
    timeout: 240_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(everything, async (given) => {
        const all = whole(given);
        const files = await written(all);
        const again = recount(all, contract);
        const asked = { contract, services, period, files, engine: engine() };
        const { figures } = await computeFigures({ ...asked, indicators, snapshot: "0000000000000000" });
        for (const [code, sides] of Object.entries(again)) {
          const figure = figures.find((each) => each.indicator === code);
          const indicator = indicators.find((each) => each.code === code);
          if (!figure || isBlocked(figure) || !indicator) throw new Error(`${code} was not computed`);
          for (const side of ["numerator", "denominator"] as const) {
            const ours = sides[side].filter((each) => services.some(({ key }) => key === each.service));
            const due = ours.filter((each) => each.day >= period.from && each.day <= period.to);
            expect(figure[side], `${code} ${side}`).toBe(total(due));
            for (const cell of figure.services)
              expect(cell[side], `${code} ${side} ${cell.service}`).toBe(
                total(due.filter((each) => each.service === cell.service)),
              );
            for (const point of figure.months)
              expect(point[side], `${code} ${side} ${point.month} ${point.service}`).toBe(
                total(ours.filter((each) => each.service === point.service && each.month === point.month)),
              );
            expect(figure.months.filter(({ month }) => month > "2026-08")).toEqual([]);
          }
          const parts = await lineage({ ...asked, indicator, limit: 1000, offset: 0 });
          const lines = parts.flatMap((part) => part.rows);
          expect(lines.reduce((sum, line) => sum + Number(line.numerator), 0)).toBe(figure.numerator);
          expect(lines.reduce((sum, line) => sum + Number(line.denominator), 0)).toBe(figure.denominator);
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it("are the same bytes when computed twice, side by side, and in any order of files", async () => {
    const files = await written(whole(fc.sample(everything, { numRuns: 1, seed: 7 })[0] ?? {}));
    const asked = { indicators, contract, services, period, snapshot: "0000000000000000", engine: engine() };
    const [one, other] = await Promise.all([
      computeFigures({ ...asked, files }),
      computeFigures({ ...asked, files: files.toReversed() }),
    ]);
    expect(cellsFileText(one)).toBe(cellsFileText(other));
  });

  it("are the same alone and together with others", async () => {
    const files = await written(whole(fc.sample(everything, { numRuns: 1, seed: 11 })[0] ?? {}));
    const asked = { contract, services, period, snapshot: "0000000000000000", engine: engine(), files };
    const together = await computeFigures({ ...asked, indicators });
    for (const [at, indicator] of indicators.entries()) {
      const alone = await computeFigures({ ...asked, indicators: [indicator] });
      expect(alone.figures).toEqual([together.figures[at]]);
    }
  });
});

describe("a figure that lacks data", () => {
  const files = async (without: DatasetName) => (await written({})).filter(({ dataset }) => dataset !== without);
  const compute = async (input: { files: readonly DataFile[]; missing?: Partial<Record<DatasetName, string[]>> }) => {
    const asked = { indicators, contract, services, period, snapshot: "0000000000000000", engine: engine() };
    const { figures } = await computeFigures({ ...asked, ...input });
    return Object.fromEntries(
      figures.map((figure) => [figure.indicator, isBlocked(figure) ? figure.blocked : "counted"]),
    );
  };

  it("says which records were never imported, and leaves the others alone", async () => {
    const said = await compute({ files: await files("planned-visits") });
    expect(said["missed-visits"]).toBe(
      "No planned visits have been imported, and this indicator is counted from them.",
    );
    expect(said.continuity).toBe("counted");
  });

  it("says which column the import lacked, also one of related records", async () => {
    const said = await compute({ files: await written({}), missing: { visits: ["actual_start"] } });
    expect(said["missed-visits"]).toBe("The import of visits has no “actual start”, which this indicator needs.");
    expect(said["complaints-on-time"]).toBe("counted");
  });

  it("is blocked without packages, because nobody can then be told from a self-funder", async () => {
    const said = await compute({ files: await files("packages") });
    expect(new Set(Object.values(said))).toEqual(
      new Set(["No care packages have been imported, and this indicator is counted from them."]),
    );
  });

  it("names the months of the period that no file covers", async () => {
    const { figures } = await computeFigures({
      indicators,
      contract,
      services,
      period,
      snapshot: "0000000000000000",
      engine: engine(),
      files: await written({}),
    });
    const reviews = figures.find(({ indicator }) => indicator === "reviews-on-time");
    expect(reviews).toMatchObject({ numerator: 0, denominator: 0, gaps: ["care-plan reviews 2026-08"] });
  });
});

describe("a sample", () => {
  it("is drawn alike from one seed, otherwise from another, so many of each service and kind", async () => {
    const visits = Array.from({ length: 60 }, (_, at) => ({
      person: "p1",
      service: at % 2 ? "ashdown" : "birchwood",
      planned_start: 400 + at,
      claimed_start: 400 + at,
      actual_start: at % 3 ? 400 + at : null,
    }));
    const packages = [{ person: "p1" }];
    const files = await written(whole({ "planned-visits": visits, visits, packages }));
    const indicator = indicators.find(({ code }) => code === "missed-visits");
    if (!indicator) throw new Error("no indicator");
    const draw = (seed: string) =>
      sample({ indicator, contract, services, period, files, engine: engine(), each: 4, seed });
    const first = await draw("westshire-2026-q3");
    expect(first).toEqual(await draw("westshire-2026-q3"));
    expect(first).not.toEqual(await draw("westshire-2026-q4"));
    const strata = Object.groupBy(first, (line) => `${line.service} ${line.in_numerator}`);
    expect(Object.values(strata).map((lines) => lines?.length)).toEqual([4, 4, 4, 4]);
  });
});
