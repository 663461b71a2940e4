import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lineageOf } from "#domain/figures/compile/lineage-query.ts";
import type { DatasetName } from "#domain/figures/dataset.ts";
import { typicalRow } from "#domain/figures/shipped/typical-row.ts";
import { dataFile, scratch } from "../../test/support/data-files.ts";
import { duckDbEngine } from "./duckdb-engine.ts";

let folder: Awaited<ReturnType<typeof scratch>>;
beforeAll(async () => {
  folder = await scratch();
});
afterAll(() => folder.remove());

const engine = () => duckDbEngine({ tempDir: `${folder.path}/spill` });
const ask = (sql: string, parameters = {}, datasets: DatasetName[] = ["feedback"]) => ({ sql, parameters, datasets });
const feedback = (ratings: readonly (number | null)[]) =>
  dataFile(
    folder.path,
    "feedback",
    ratings.map((rating, at) => typicalRow("feedback", { rating }, at + 1)),
  );

describe("the engine", () => {
  it("answers whole numbers, text and nothing as such, with named parameters", async () => {
    const files = [await feedback([5, 3, null])];
    const [answer] = await engine().query(files, [
      ask("SELECT record, rating FROM feedback WHERE person = $who AND src_row > $row ORDER BY src_row", {
        who: "somebody",
        row: 2,
      }),
    ]);
    expect(answer).toEqual([
      { record: "feedback-2", rating: 3 },
      { record: "feedback-3", rating: null },
    ]);
  });

  it("has an empty table with the right columns for a dataset without a file", async () => {
    const [answer] = await engine().query([], [ask("SELECT COUNT(*) AS many, MAX(rating) AS best FROM feedback")]);
    expect(answer).toEqual([{ many: 0, best: null }]);
  });

  it("opens no file but those it was given, writes none and takes no other setting", async () => {
    const secret = `${folder.path}/secret.csv`;
    await writeFile(secret, "name\nAda");
    const files = [await feedback([5])];
    for (const sql of [
      `SELECT * FROM read_csv('${secret}')`,
      `COPY (SELECT 1) TO '${folder.path}/out.csv'`,
      "SET enable_external_access = true",
      "INSTALL httpfs",
      `ATTACH '${folder.path}/other.db'`,
    ])
      await expect(engine().query(files, [ask(sql)]), sql).rejects.toMatchObject({ code: "unavailable" });
  });

  it("refuses a number JavaScript cannot hold exactly rather than round it", async () => {
    await expect(engine().query([], [ask("SELECT 9007199254740993 AS big FROM (SELECT 1)")])).rejects.toMatchObject({
      code: "invalid",
      facts: { column: "big" },
    });
    await expect(engine().query([], [ask("SELECT 0.5::DOUBLE AS half")])).rejects.toMatchObject({ code: "invalid" });
  });

  it("answers many at once, each from its own files", async () => {
    const counts = await Promise.all(
      [1, 2, 3, 4, 5].map(async (many) => {
        const files = [await feedback(Array.from({ length: many }, () => 5))];
        const [[row] = []] = await engine().query(files, [ask("SELECT COUNT(*) AS many FROM feedback")]);
        return row?.many;
      }),
    );
    expect(counts).toEqual([1, 2, 3, 4, 5]);
  });

  it("counts the days between two days as the calendar does", async () => {
    const days = ["2023-12-31", "2024-02-28", "2024-03-01", "2024-12-31", "2025-03-01", "2026-01-01", "2100-03-01"];
    const rows = days.flatMap((due_day) =>
      days.map((reviewed_day, at) => typicalRow("reviews", { due_day, reviewed_day, day: "2026-07-01" }, at + 1)),
    );
    const package_ = await dataFile(folder.path, "packages", [typicalRow("packages", {}, 1)]);
    const files = [await dataFile(folder.path, "reviews", rows), package_];
    const scope = {
      contract: "westshire",
      services: [{ key: "ashdown", kind: "home-care" }],
      period: { from: "2020-01-01", to: "2110-01-01" },
    };
    const apart = (limit: number) =>
      lineageOf(
        {
          population: { dataset: "reviews", by: "due_day" },
          numerator: {
            count: "rows",
            where: { compare: [{ days: ["reviewed_day", "due_day"] }, "<=", { value: limit }] },
          },
          denominator: { count: "rows" },
        },
        scope,
      ).map((part) => part.totals);
    for (const limit of [-26_727, -366, -1, 0, 1, 2, 59, 60, 305, 306, 366, 426, 26_722]) {
      const [[total] = []] = await engine().query(files, apart(limit));
      const expected = rows.filter(
        (row) => (Date.parse(String(row.reviewed_day)) - Date.parse(String(row.due_day))) / 86_400_000 <= limit,
      );
      expect([limit, total?.numerator]).toEqual([limit, expected.length]);
    }
  });
});
