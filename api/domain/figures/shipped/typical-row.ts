import { type DatasetName, datasets } from "../dataset.ts";
import type { TestRow } from "./shipped.ts";

const typical: TestRow = {
  record_version: 1,
  content_hash: "0000000000000000",
  source_file: "0".repeat(64),
  service: "ashdown",
  person: "somebody",
  day: "2026-07-10",
  planned_start: 480,
  planned_min: 30,
  deadline: 720,
  carers: 1,
  time_critical: 0,
  cancelled_by: null,
  carer: "c1",
  second_carer: 0,
  claimed_start: 480,
  claimed_min: 30,
  actual_start: 480,
  actual_min: 30,
  contract: "westshire",
  funding: "council",
  start_day: "2026-01-01",
  end_day: null,
  weekly_minutes: 420,
  kind: "fall",
  due_day: "2026-07-20",
};

/** A whole row of a dataset from the columns that matter, numbered so that it can be found again. */
export function typicalRow(dataset: DatasetName, given: TestRow, number: number): TestRow {
  const row: Record<string, string | number | null> = {};
  for (const [name, { kind, empty }] of Object.entries(datasets[dataset].columns))
    row[name] = typical[name] !== undefined ? typical[name] : empty ? null : kind === "integer" ? 0 : "other";
  const day = given.day ?? row.day;
  const month = Number(String(day).slice(0, 7).replace("-", ""));
  return { ...row, record: `${dataset}-${number}`, src_row: number + 1, rk: number * 7919, month_key: month, ...given };
}
