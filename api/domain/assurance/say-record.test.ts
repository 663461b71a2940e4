import { expect, it } from "vitest";
import { datasetNames } from "../figures/dataset-names.ts";
import { sayRecord } from "./say-record.ts";

const at = (instant: string) => Date.parse(instant) / 60_000;

it.each([
  ["a minute late", "2026-08-11T06:31:00Z", "started 07:31 (1 minute late); stayed 30 minutes"],
  ["late", "2026-08-11T07:43:00Z", "started 08:43 (73 minutes late); stayed 30 minutes"],
  ["early", "2026-08-11T06:25:00Z", "started 07:25 (5 minutes early); stayed 30 minutes"],
  ["on time", "2026-08-11T06:30:00Z", "started 07:30 (on the minute); stayed 30 minutes"],
])("says in London time that a visit was %s", (_what, start, said) => {
  const row = {
    day: "2026-08-11",
    planned_start: at("2026-08-11T06:30:00Z"),
    planned_min: 30,
    "visit.actual_start": at(start),
    "visit.actual_min": 30,
  };
  expect(sayRecord("planned-visits", row)).toBe(`Planned 11 Aug 2026 at 07:30 for 30 minutes; ${said}`);
});

it("says plainly what was not recorded, whatever the kind of record", () => {
  for (const dataset of datasetNames) expect(sayRecord(dataset, {})).toMatch(/not recorded|no start recorded|going on/);
});

it("never says who it is about", () => {
  for (const dataset of datasetNames) expect(sayRecord(dataset, { person: "0123456789abcdef" })).not.toMatch(/0123456/);
});

it("begins as a sentence does, also where the first word is a code", () => {
  expect(sayRecord("incidents", { kind: "near-miss", day: "2026-08-11", harm: "none" })).toMatch(
    /^Near miss on 11 Aug 2026, harm: none/,
  );
});
