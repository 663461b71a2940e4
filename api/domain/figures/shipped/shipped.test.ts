import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { computeFigures } from "#api/records/compute-figures.ts";
import { duckDbEngine } from "#api/records/duckdb-engine.ts";
import type { DataFile } from "#api/records/engine.ts";
import { lineage } from "#api/records/lineage.ts";
import { check } from "#domain/register/check.ts";
import { indicators } from "#domain/registers/indicators.ts";
import { dataFile, scratch } from "../../../../test/support/data-files.ts";
import { datasetNames } from "../dataset-names.ts";
import { indicatorOf } from "../indicator.ts";
import { parseRule } from "../parse-rule.ts";
import { shippedIndicators } from "./index.ts";
import type { RecordedTest, ShippedIndicator } from "./shipped.ts";
import { typicalRow } from "./typical-row.ts";

const services = [
  { key: "ashdown", kind: "home-care" },
  { key: "elm-house", kind: "residential" },
];
const july = { contract: "westshire", services, period: { from: "2026-07-01", to: "2026-07-31" } };

let folder: Awaited<ReturnType<typeof scratch>>;
beforeAll(async () => {
  folder = await scratch();
});
afterAll(() => folder.remove());

/** Every dataset, most of them empty; everybody without a package of their own has the typical one. */
function filesOf({ rows }: RecordedTest): Promise<readonly DataFile[]> {
  const given = Object.entries(rows).flatMap(([name, each]) => (name === "packages" ? [] : each));
  const packages =
    rows.packages ?? [...new Set(given.map(({ person = "somebody" }) => person))].map((person) => ({ person }));
  const all = { ...rows, packages };
  return Promise.all(
    datasetNames.map((name) =>
      dataFile(
        folder.path,
        name,
        (all[name] ?? []).map((row, at) => typicalRow(name, row, at + 1)),
      ),
    ),
  );
}

function indicator({ answers }: ShippedIndicator) {
  const parsed = indicatorOf({ ...answers }, "westshire");
  if ("problems" in parsed) throw new Error(parsed.problems.join("\n"));
  return parsed.ok;
}

const recorded = shippedIndicators.flatMap((shipped) =>
  shipped.recorded.map((test) => [shipped.answers.code, test.name, shipped, test] as const),
);

describe("the indicators that come with the product", () => {
  it.each(recorded)("%s: %s", { timeout: 30_000 }, async (_code, _name, shipped, test) => {
    const engine = duckDbEngine({ tempDir: `${folder.path}/spill` });
    const files = await filesOf(test);
    const { figures } = await computeFigures({
      indicators: [indicator(shipped)],
      ...july,
      snapshot: "0000000000000000",
      files,
      engine,
    });
    expect(figures[0]).toMatchObject({ numerator: test.numerator, denominator: test.denominator });

    const parts = await lineage({ indicator: shipped, ...july, files, engine, limit: 100, offset: 0 });
    const total = (side: "numerator" | "denominator") =>
      parts.flatMap(({ rows }) => rows).reduce((sum, row) => sum + Number(row[side]), 0);
    expect([total("numerator"), total("denominator")]).toEqual([test.numerator, test.denominator]);
  });

  it.each(shippedIndicators.map((shipped) => [shipped.answers.code, shipped] as const))(
    "%s is a row its register accepts, states its boundaries and reads back as the rule it was written as",
    (_code, shipped) => {
      expect(check(indicators, shipped.answers)).toEqual([]);
      expect(parseRule(shipped.rule)).toEqual({ ok: shipped.rule });
      expect(indicator(shipped).rule).toEqual(shipped.rule);
      expect(shipped.answers.boundaries).toMatch(/≤|≥|exactly|No target/);
      expect(shipped.recorded.length).toBeGreaterThan(0);
    },
  );
});
