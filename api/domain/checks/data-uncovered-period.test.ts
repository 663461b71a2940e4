import { expect, it } from "vitest";
import { anImport, facts, said } from "../../../test/support/facts.ts";
import { dataUncoveredPeriod } from "./data-uncovered-period.ts";

const gap = (days: string, what = "planned visits") => `Nothing has come in about ${what} for ${days}.`;
const of = (dataset: "complaints" | "packages") =>
  facts()
    .evidenceMap.filter(({ indicator }) => indicator)
    .map((each) => ({ ...each, dataset }));

it.each([
  ["days no import covers", { imports: [{ ...anImport, periodTo: "2026-08-20" }] }, [gap("21 Aug to 30 Sept 2026")]],
  [
    "a gap between two imports",
    {
      imports: [
        { ...anImport, periodTo: "2026-08-01" },
        { ...anImport, periodFrom: "2026-08-03" },
      ],
    },
    [gap("2 Aug 2026")],
  ],
  ["a source never imported", { imports: [] }, [gap("1 Jul to 30 Sept 2026")]],
  ["an import that was not accepted", { imports: [{ ...anImport, status: "read" }] }, [gap("1 Jul to 30 Sept 2026")]],
  [
    "complaints of whole months only",
    { evidenceMap: of("complaints"), imports: [{ ...anImport, periodFrom: "2026-07-09", periodTo: "2026-08-02" }] },
    [gap("1 to 30 Sept 2026", "complaints")],
  ],
  [
    "packages exported before the period ended",
    { evidenceMap: of("packages"), imports: [{ ...anImport, acceptedAt: "2026-09-30T12:00:00Z" }] },
    [gap("1 Jul to 30 Sept 2026", "care packages")],
  ],
] as const)("finds %s", (_what, told, sentences) => {
  expect(said(dataUncoveredPeriod, told)).toEqual(sentences);
});

it.each([
  ["everything in order", {}],
  [
    "imports that overlap",
    {
      imports: [
        { ...anImport, periodTo: "2026-08-20" },
        { ...anImport, periodFrom: "2026-08-01", periodTo: "2026-10-02" },
      ],
    },
  ],
  [
    "a last complaint days before the end",
    { evidenceMap: of("complaints"), imports: [{ ...anImport, periodFrom: "2026-07-09", periodTo: "2026-09-12" }] },
  ],
  ["packages exported after the period ended", { evidenceMap: of("packages") }],
] as const)("is silent about %s", (_what, told) => {
  expect(said(dataUncoveredPeriod, told)).toEqual([]);
});
